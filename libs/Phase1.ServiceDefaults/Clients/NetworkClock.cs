namespace Phase1.ServiceDefaults;

/// <summary>
/// The time by which a wait for another service is measured: the machine's, not the domain's, because moving a test's or the demo's clock must
/// not break a call. A test of the waiting itself gives it a clock of its own.
/// </summary>
/// <param name="Time">Where the time comes from.</param>
public sealed record NetworkClock(TimeProvider Time);
