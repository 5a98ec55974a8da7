using Phase1.Messaging.Log;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>Puts the log's compliance suite to the test: each specification passes on a sound fake and fails on the one with its fault.</summary>
public sealed class LogComplianceProofTests
{
    public static TheoryData<string> Specifications => Proof.SpecificationsOf<LogCompliance>();

    [Theory, MemberData(nameof(Specifications))]
    public Task A_sound_log_passes(string specification) => Proof.RunAsync<LogCompliance>(new OnFakeLog(LogFault.None), specification);

    [Theory, MemberData(nameof(Specifications))]
    public Task A_log_with_the_fault_fails(string specification)
    {
        var fault = Proof.FaultCaughtBy<LogCompliance, LogFault>(specification);
        return Proof.ShouldBeContradictedAsync(Proof.RunAsync<LogCompliance>(new OnFakeLog(fault), specification));
    }

    [Fact]
    public void Every_fault_is_caught_by_one_specification() =>
        Specifications
            .Select(row => Proof.FaultCaughtBy<LogCompliance, LogFault>(row.Data))
            .Append(LogFault.None)
            .Order()
            .ShouldBe(Enum.GetValues<LogFault>());

    sealed class OnFakeLog(LogFault fault) : LogCompliance
    {
        protected override Task<ILogHarness> OpenAsync() => Task.FromResult<ILogHarness>(new Harness(fault));
    }

    sealed class Harness(LogFault fault) : ILogHarness
    {
        readonly FakeLogStore _shared = new();

        public TimeSpan Patience => TimeSpan.FromMilliseconds(fault == LogFault.None ? 5000 : 200);

        public int MaxRecordBytes => FakeLog.MaxRecordBytes;

        public ILog Open() => new FakeLog(fault == LogFault.KeepsToItself ? Alone() : _shared, fault);

        public Task KillAsync(ILog instance)
        {
            ((FakeLog)instance).Kill();
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        // The topics are everybody's; what is published stays with the instance.
        FakeLogStore Alone()
        {
            var store = new FakeLogStore();
            foreach (var topic in new[] { "suite.files.v1", "suite.slots.v1" })
            {
                store.Topics[topic] = [.. Enumerable.Range(0, 4).Select(_ => new List<LogRecord>())];
            }
            return store;
        }
    }
}
