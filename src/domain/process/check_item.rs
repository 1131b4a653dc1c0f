//! The optional check items of the domain's section 9: public facts that the source leaves out, never gates.

use crate::domain::codes::codes;

codes! {
    /// Something worth checking too.
    pub enum CheckItem {
        AgreementApproval = "agreement-approval",
        EndingAgreements = "ending-agreements",
        SshKey = "ssh-key",
        Sf2900 = "sf2900",
        NoPersonalData = "no-personal-data",
    }
}
