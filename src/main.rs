//! Mounts the app in the browser; on the host there is nothing to run.

fn main() {
    #[cfg(target_arch = "wasm32")]
    udskift_it_system::web::mount();
}
