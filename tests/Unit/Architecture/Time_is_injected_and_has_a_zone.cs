using System.Text.RegularExpressions;
using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.Architecture;

/// <summary>A scan of all sources. The analyzers forbid the same calls, but only in Release, and know neither the tests' waits nor the tables.</summary>
[Trait("Scenario", "S-719")]
[Trait("Scenario", "COST-75")]
public sealed partial class Time_is_injected_and_has_a_zone
{
    // Where the machine's own time is right: registering it, waiting for a process, a broker or another service, and the age of a connection or a
    // file on disk.
    static readonly string[] MayUseTheMachinesTime =
    [
        "libs/Phase1.Messaging/Time/DatabaseTime.cs",
        "libs/Phase1.Messaging/Loops/ClockReading.cs",
        "libs/Phase1.Messaging/Loops/OutboxRelay.cs",
        "libs/Phase1.Messaging/Storage/DatabaseBell.cs",
        "libs/Phase1.Messaging/Background/BackOff.cs",
        "libs/Phase1.Messaging.Postgres/MemberReader.cs",
        "libs/Phase1.Messaging.Postgres/PostgresLogConsumer.cs",
        "libs/Phase1.Messaging.Postgres/LogRetention.cs",
        "libs/Phase1.Messaging.Kafka/KafkaLogConsumer.cs",
        "libs/Phase1.Messaging.Kafka/KafkaPublisher.cs",
        "libs/Phase1.Messaging.Kafka/KafkaTopics.cs",
        "libs/Phase1.ServiceDefaults/Clients/ServiceClients.cs",
        "libs/Phase1.ServiceDefaults/Health/ReadyLine.cs",
        "libs/Phase1.ServiceDefaults/Hosting/HostServices.cs",
        "services/FileIntake/Content/LeftoverCleaning.cs",
        "services/FileIntake/Extraction/TextExtractor.cs",
    ];

    // A log of the tests waits for records as a log does; and that nothing arrives takes time to prove.
    static readonly string[] MayWait =
    [
        "tests/Integration/Messaging/Compliance/FakeLogConsumer.cs",
        "tests/Integration/ClassManagement/Notifications/LiveStream.cs",
    ];

    // They are no tests: they put a load on the services for a time, and measure it.
    static readonly string[] Programs = [Repository.PathOf("tests/Benchmarks"), Repository.PathOf("tests/Load")];

    [Fact]
    public void No_clock_is_read_but_an_injected_one() =>
        Find(ForbiddenClock(), "libs", "services", "tools", "tests", "eng").ShouldBeEmpty();

    [Fact]
    public void The_machines_time_is_used_only_where_it_is_meant() =>
        Find(MachineTime(), "libs", "services").Distinct().Except(MayUseTheMachinesTime).ShouldBeEmpty();

    [Fact]
    public void No_test_sleeps() =>
        Find(Sleep(), [.. Directory.EnumerateDirectories(Repository.PathOf("tests")).Except(Programs)])
            .Distinct()
            .Except(MayWait)
            .ShouldBeEmpty();

    [Fact]
    public void Every_stored_instant_has_a_zone() =>
        Sources("libs", "services")
            .Where(source =>
                source.Text.Contains("Migration", StringComparison.Ordinal)
                || source.Text.Contains("create table", StringComparison.Ordinal)
            )
            .Where(source => InstantWithoutZone().IsMatch(source.Text))
            .Select(source => source.Path)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("x = DateTimeOffset.Now")]
    [InlineData("Environment.TickCount64")]
    public void A_forbidden_clock_is_found(string source) => ForbiddenClock().IsMatch(source).ShouldBeTrue();

    [Theory]
    [InlineData("Thread.Sleep(1);", true)]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);", true)]
    [InlineData("await Task.Delay(500);", true)]
    [InlineData("await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);", false)]
    [InlineData("await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);", false)]
    [InlineData("await Task.Delay(TimeSpan.FromMinutes(1), _clock, token);", false)]
    public void A_sleep_is_found_and_a_short_pause_between_two_looks_is_none(string source, bool sleeps) =>
        Sleep().IsMatch(source).ShouldBe(sleeps);

    [Theory]
    [InlineData("b.Property<DateTime>(\"At\")")]
    [InlineData("table.Column<DateTime?>(type: \"date\")")]
    [InlineData("type: \"timestamp without time zone\"")]
    [InlineData("appended_at timestamp not null")]
    public void An_instant_without_a_zone_is_found(string source) => InstantWithoutZone().IsMatch(source).ShouldBeTrue();

    static IEnumerable<string> Find(Regex forbidden, params string[] folders) =>
        Sources(folders).Where(source => forbidden.IsMatch(source.Text)).Select(source => source.Path);

    static IEnumerable<(string Path, string Text)> Sources(params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Repository.PathOf("."), file).Replace(Path.DirectorySeparatorChar, '/')
        where !path.Split('/').Any(part => part is "obj" or "bin" or "StrykerOutput")
        // This file quotes what it looks for.
        where !path.EndsWith($"/{nameof(Time_is_injected_and_has_a_zone)}.cs", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bEnvironment\.TickCount64\b")]
    private static partial Regex ForbiddenClock();

    [GeneratedRegex(@"\bTimeProvider\.System\b|\bStopwatch\.")]
    private static partial Regex MachineTime();

    // A pause of a few milliseconds between two looks at a condition is how a test waits without sleeping.
    [GeneratedRegex(
        @"\bThread\.Sleep\(|\bTask\.Delay\((?!Timeout\.InfiniteTimeSpan|TimeSpan\.FromMilliseconds\(\d{1,2}\)|[^;]*\b_?[cC]lock\b|[^;]*\bPatience\b)"
    )]
    private static partial Regex Sleep();

    [GeneratedRegex(@"<DateTime\??>|timestamp without|_at timestamp\b(?! with)")]
    private static partial Regex InstantWithoutZone();
}
