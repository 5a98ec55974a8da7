namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>Puts the outbox's compliance suite to the test.</summary>
public sealed class OutboxComplianceProofTests
{
    public static TheoryData<string> Specifications => Proof.SpecificationsOf<OutboxCompliance>();

    [Theory, MemberData(nameof(Specifications))]
    public Task A_sound_outbox_passes(string specification) =>
        Proof.RunAsync<OutboxCompliance>(new OnFakeOutbox(OutboxFault.None), specification);

    [Theory, MemberData(nameof(Specifications))]
    public Task An_outbox_with_the_fault_fails(string specification)
    {
        var fault = Proof.FaultCaughtBy<OutboxCompliance, OutboxFault>(specification);
        return Proof.ShouldBeContradictedAsync(Proof.RunAsync<OutboxCompliance>(new OnFakeOutbox(fault), specification));
    }

    sealed class OnFakeOutbox(OutboxFault fault) : OutboxCompliance
    {
        protected override Task<IOutboxHarness> OpenAsync() => Task.FromResult<IOutboxHarness>(new FakeOutbox(fault));
    }
}
