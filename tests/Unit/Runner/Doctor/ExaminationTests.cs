using System.Net;
using System.Text.Json;
using Phase1.Cli;
using Phase1.Cli.Doctor;
using Phase1.Events;
using Phase1.Servers.Suites;

namespace Phase1.Unit.Tests.Runner.Doctor;

/// <summary>A sound suite is sound; each fault is found by its check, at its service, and by no other.</summary>
public sealed class ExaminationTests
{
    [Fact]
    public void A_sound_suite_has_no_fault()
    {
        var diagnosis = Examine(SoundSuite.All);

        diagnosis.Checks.ShouldAllBe(one => one.Status == FindingStatus.Ok);
        diagnosis.ExitCode.ShouldBe(ExitCode.Done);
        diagnosis.Checks.Select(one => one.Id).Distinct().Count().ShouldBe(Examination.Checks.Count);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_found_by_its_check_and_by_no_other(string expected, string fault, int exitCode)
    {
        var diagnosis = Examine(Broken[fault](SoundSuite.All));

        diagnosis
            .Checks.Where(one => one.Status != FindingStatus.Ok && one.Because is null)
            .Select(one => $"{one.Id} {one.Subject}")
            .Distinct()
            .ShouldBe([expected]);
        diagnosis.ExitCode.ShouldBe(exitCode);
        diagnosis.Checks.Where(one => one.Status != FindingStatus.Ok).ShouldAllBe(one => one.Advice != null);
    }

    public static TheoryData<string, string, int> Faults { get; } =
        new()
        {
            { "D-01 CMS", "stopped", ExitCode.FoundFaults },
            { "D-02 CMS", "schema missing", ExitCode.FoundFaults },
            { "D-02 CMS", "degraded", ExitCode.Warned },
            { "D-02 CMS", "somebody else", ExitCode.FoundFaults },
            { "D-03 suite", "older version", ExitCode.FoundFaults },
            { "D-03 suite", "other environment", ExitCode.FoundFaults },
            { "D-04 CMS", "other key", ExitCode.FoundFaults },
            { "D-07 CMS", "log away", ExitCode.FoundFaults },
            { "D-07 suite", "other transport", ExitCode.FoundFaults },
            { "D-07 suite", "other partitions", ExitCode.FoundFaults },
            { "D-08 CMS", "nobody reads", ExitCode.FoundFaults },
            { "D-08 CMS", "far behind", ExitCode.Warned },
            { "D-09 CMS", "no relay", ExitCode.FoundFaults },
            { "D-09 CMS", "waits a minute", ExitCode.Warned },
            { "D-09 CMS", "waits ten minutes", ExitCode.FoundFaults },
            { "D-10 CMS", "dead letter", ExitCode.Warned },
            { "D-10 CMS", "held record", ExitCode.Warned },
            { "D-11 CMS", "late worker", ExitCode.FoundFaults },
            { "D-11 CMS", "failing worker", ExitCode.FoundFaults },
            { "D-15 CMS", "clock three seconds off", ExitCode.Warned },
            { "D-15 CMS", "clock a minute off", ExitCode.FoundFaults },
            { "D-16 suite", "other thresholds", ExitCode.FoundFaults },
            { "D-17 CMS", "another service", ExitCode.FoundFaults },
            { "D-19 Portal", "no sign-in", ExitCode.FoundFaults },
            { "D-19 Portal", "nobody yet", ExitCode.Warned },
            { "D-19 Portal", "no policy", ExitCode.FoundFaults },
            { "D-19 Portal", "no TLS", ExitCode.FoundFaults },
        };

    static readonly Dictionary<string, Func<IReadOnlyList<ServiceAnswers>, IReadOnlyList<ServiceAnswers>>> Broken = new()
    {
        ["stopped"] = Cms(one => new(one.Service, one.Address)),
        ["schema missing"] = Cms(one =>
            one with
            {
                Readiness = new("not_ready", [new("schema", "not_ready", "The database lacks version 7.")]),
            }
        ),
        ["degraded"] = Cms(one => one with { Readiness = new("degraded", [new("log", "degraded", "A group is behind.")]) }),
        ["somebody else"] = Cms(one => one with { Readiness = null }),
        ["older version"] = Cms(Report(report => report with { Version = "0.9" })),
        ["other environment"] = Cms(Report(report => report with { Environment = "Development" })),
        ["other key"] = Cms(one => one with { Report = null, ReportStatus = HttpStatusCode.Unauthorized }),
        ["log away"] = Cms(one =>
            Engine(engine => engine with { Positions = null })(one) with
            {
                Readiness = new("degraded", [new("log", "degraded", "The log does not answer.")]),
            }
        ),
        ["other transport"] = Cms(Report(report => report with { Transport = "kafka" })),
        ["other partitions"] = Cms(Engine(engine => engine with { Positions = [.. engine.Positions!.Take(1)] })),
        ["nobody reads"] = Cms(
            Engine(engine => engine with { Positions = [.. engine.Positions!.Select(place => place with { Owned = false })] })
        ),
        ["far behind"] = Cms(
            Engine(engine => engine with { Positions = [.. engine.Positions!.Select(place => place with { Lag = 501 })] })
        ),
        ["no relay"] = Cms(Engine(engine => engine with { Outbox = engine.Outbox with { RelayActive = false } })),
        ["waits a minute"] = Cms(Waiting(TimeSpan.FromSeconds(61))),
        ["waits ten minutes"] = Cms(Waiting(TimeSpan.FromSeconds(601))),
        ["dead letter"] = Cms(Engine(engine => engine with { DeadLetters = new(1) })),
        ["held record"] = Cms(Engine(engine => engine with { Held = new(1, 2, SoundSuite.Now) })),
        ["late worker"] = Cms(Engine(engine => engine with { Work = [new("DeadlineMonitor", "done", Late: true)] })),
        ["failing worker"] = Cms(Engine(engine => engine with { Work = [new("DeadlineMonitor", "failed", Late: false)] })),
        ["clock three seconds off"] = Cms(one => one with { ReportedAt = one.ReportedAt.AddSeconds(3) }),
        ["clock a minute off"] = Cms(one => one with { ReportedAt = one.ReportedAt.AddSeconds(-60) }),
        ["other thresholds"] = Cms(Report(report => report with { Options = SoundSuite.OptionsWith("0.69") })),
        ["another service"] = Cms(
            Report(report => report with { Service = ServiceNames.Nlp, Engine = SoundSuite.EngineOf(ServiceNames.Nlp) })
        ),
        ["no sign-in"] = Portal(one => one with { SignIn = null }),
        ["no policy"] = Portal(one => one with { SignIn = one.SignIn! with { HasPolicy = false } }),
        ["nobody yet"] = Portal(one => one with { SignIn = new(HttpStatusCode.SeeOther, "/setup", HasPolicy: true) }),
        ["no TLS"] = Portal(one => one with { Address = new("http://portal.example.org") }),
    };

    [Fact]
    public void What_only_follows_from_another_fault_says_so()
    {
        var found = Examine(Broken["log away"](SoundSuite.All)).Checks.Single(one => one is { Id: "D-02", Status: not FindingStatus.Ok });

        found.Because.ShouldBe("D-07");
    }

    [Fact]
    public void Processes_of_one_service_share_its_partitions_and_its_relay()
    {
        var cms = SoundSuite.All.Single(one => one.Service == SuiteService.ClassManagement);
        var other = Engine(engine =>
            engine with
            {
                Positions = [.. engine.Positions!.Select(place => place with { Owned = false })],
                Outbox = engine.Outbox with { RelayActive = false },
            }
        )(cms);

        Examine([other, .. SoundSuite.All]).ExitCode.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void Where_nobody_answers_nothing_is_judged()
    {
        var diagnosis = Examine([.. SoundSuite.All.Select(one => new ServiceAnswers(one.Service, one.Address))]);

        diagnosis.Checks.ShouldAllBe(one => one.Id == "D-01");
        diagnosis.ExitCode.ShouldBe(ExitCode.CouldNotLook);
    }

    [Fact]
    public void Its_document_has_the_worst_status_and_every_check()
    {
        var document = JsonDocument.Parse(Examine(Broken["dead letter"](SoundSuite.All)).ToJson()).RootElement;

        document.GetProperty("status").GetString().ShouldBe("warn");
        var letter = document.GetProperty("checks").EnumerateArray().Single(one => one.GetProperty("status").GetString() == "warn");
        letter.GetProperty("id").GetString().ShouldBe("D-10");
        letter.GetProperty("subject").GetString().ShouldBe("CMS");
        letter.TryGetProperty("because", out _).ShouldBeFalse();
    }

    static Diagnosis Examine(IReadOnlyList<ServiceAnswers> suite) => new(Examination.Judge(suite));

    static Func<IReadOnlyList<ServiceAnswers>, IReadOnlyList<ServiceAnswers>> Cms(Func<ServiceAnswers, ServiceAnswers> fault) =>
        At(SuiteService.ClassManagement, fault);

    static Func<IReadOnlyList<ServiceAnswers>, IReadOnlyList<ServiceAnswers>> Portal(Func<ServiceAnswers, ServiceAnswers> fault) =>
        At(SuiteService.Portal, fault);

    static Func<IReadOnlyList<ServiceAnswers>, IReadOnlyList<ServiceAnswers>> At(
        SuiteService service,
        Func<ServiceAnswers, ServiceAnswers> fault
    ) => suite => [.. suite.Select(one => one.Service == service ? fault(one) : one)];

    static Func<ServiceAnswers, ServiceAnswers> Report(Func<SeenReport, SeenReport> fault) =>
        one => one with { Report = fault(one.Report!) };

    static Func<ServiceAnswers, ServiceAnswers> Engine(Func<SeenEngine, SeenEngine> fault) =>
        Report(report => report with { Engine = fault(report.Engine!) });

    static Func<ServiceAnswers, ServiceAnswers> Waiting(TimeSpan time) =>
        Engine(engine => engine with { Outbox = new(1, SoundSuite.Now - time, RelayActive: true) });
}
