//! How long the processor worked for this program, whatever else the machine does.

use std::time::Duration;

/// So far, where the system says so; it counts in steps of some milliseconds.
pub(super) fn worked() -> Option<Duration> {
    read(&std::fs::read_to_string("/proc/self/schedstat").ok()?)
}

fn read(statistics: &str) -> Option<Duration> {
    statistics.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

#[cfg(test)]
mod tests {
    use super::read;
    use std::time::Duration;

    #[test]
    fn the_first_number_is_the_work_and_not_the_waiting() {
        assert_eq!(read("7000000 12 3\n"), Some(Duration::from_millis(7)));
        assert_eq!(read(""), None);
    }
}
