//! The domain: pure, without browser, clock, randomness or Danish.
