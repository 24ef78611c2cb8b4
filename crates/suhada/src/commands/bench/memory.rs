//! How much memory the process ever held.

/// The most so far, in kilobytes; none where the system does not say.
pub(super) fn peak_kb() -> Option<u64> {
    read(&std::fs::read_to_string("/proc/self/status").ok()?)
}

fn read(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_peak_is_read_and_not_what_is_held_now() {
        assert_eq!(read("VmPeak:\t 900 kB\nVmHWM:\t   4321 kB\nVmRSS:\t 12 kB\n"), Some(4321));
        assert_eq!(read("VmRSS:\t 12 kB\n"), None);
    }
}
