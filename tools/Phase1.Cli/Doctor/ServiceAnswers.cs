using System.Net;
using Phase1.Servers.Suites;

namespace Phase1.Cli.Doctor;

/// <summary>What a service answered. Nothing is asked of it that changes anything.</summary>
/// <param name="Service">The service that should be there.</param>
/// <param name="Address">Where it was asked.</param>
sealed record ServiceAnswers(SuiteService Service, Uri Address)
{
    /// <summary>Whether it answered /livez.</summary>
    public bool IsAlive { get; init; }

    /// <summary>Its /readyz; null without an answer.</summary>
    public SeenReadiness? Readiness { get; init; }

    /// <summary>How it answered the question for its report; null without an answer, or without a key to ask with.</summary>
    public HttpStatusCode? ReportStatus { get; init; }

    /// <summary>Its report; null where it gave none.</summary>
    public SeenReport? Report { get; init; }

    /// <summary>This machine's time in the middle of that question.</summary>
    public DateTimeOffset ReportedAt { get; init; }

    /// <summary>The Portal's page of sign-in; null for other services, and without an answer.</summary>
    public SeenPage? SignIn { get; init; }

    internal string Name => Service.Title();
}

/// <summary>A page, without its content.</summary>
/// <param name="Status">How it was answered.</param>
/// <param name="LeadsTo">Where it sends the browser; null where it does not.</param>
/// <param name="HasPolicy">Whether it says what it may load (Content-Security-Policy).</param>
sealed record SeenPage(HttpStatusCode Status, string? LeadsTo, bool HasPolicy);

/// <summary>A service's /readyz.</summary>
/// <param name="Status">ready, degraded or not_ready.</param>
/// <param name="Checks">Its lines.</param>
sealed record SeenReadiness(string Status, IReadOnlyList<SeenCheck> Checks);

/// <summary>A line of it.</summary>
sealed record SeenCheck(string Name, string Status, string Detail);

/// <summary>What the doctor reads of GET /internal/v1/service.</summary>
sealed record SeenReport(
    string Service,
    string Version,
    string Environment,
    DateTimeOffset Now,
    string Transport,
    IReadOnlyDictionary<string, Dictionary<string, string>> Options,
    SeenEngine? Engine
)
{
    /// <summary>An effective setting; null where the service does not have it.</summary>
    internal string? Setting(string section, string name) => Options.GetValueOrDefault(section)?.GetValueOrDefault(name);
}

/// <summary>Its engine.</summary>
sealed record SeenEngine(
    IReadOnlyList<SeenPosition>? Positions,
    SeenOutbox Outbox,
    SeenHeld Held,
    SeenDeadLetters DeadLetters,
    IReadOnlyList<SeenWork> Work
);

/// <summary>How far a group has read a partition.</summary>
sealed record SeenPosition(string Group, string Topic, int Partition, bool Owned, long Lag);

/// <summary>Events that the log has not acknowledged.</summary>
sealed record SeenOutbox(long Rows, DateTimeOffset? OldestAt, bool RelayActive);

/// <summary>Records that wait behind a failing one.</summary>
sealed record SeenHeld(long Keys, long Messages, DateTimeOffset? OldestAt);

/// <summary>Open dead letters.</summary>
sealed record SeenDeadLetters(long Open);

/// <summary>A piece of background work.</summary>
sealed record SeenWork(string Name, string? Result, bool Late);
