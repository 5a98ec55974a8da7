using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>How long a session lasts without use, and at most. Shorter for those who can do more harm.</summary>
/// <param name="Idle">From the last request on.</param>
/// <param name="Most">From signing in on.</param>
readonly record struct SessionLimits(TimeSpan Idle, TimeSpan Most)
{
    static readonly SessionLimits OfTeachers = new(TimeSpan.FromMinutes(60), TimeSpan.FromHours(10));
    static readonly SessionLimits OfOthers = new(TimeSpan.FromMinutes(15), TimeSpan.FromHours(8));

    /// <summary>The longest that any session lasts.</summary>
    internal static TimeSpan Longest => OfTeachers.Most;

    internal static SessionLimits Of(IEnumerable<string> roles) => roles.All(role => role == Phase1Roles.Teacher) ? OfTeachers : OfOthers;
}
