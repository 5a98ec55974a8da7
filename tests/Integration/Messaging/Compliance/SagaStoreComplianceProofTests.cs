namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>Puts the saga store's compliance suite to the test.</summary>
public sealed class SagaStoreComplianceProofTests
{
    public static TheoryData<string> Specifications => Proof.SpecificationsOf<SagaStoreCompliance>();

    [Theory, MemberData(nameof(Specifications))]
    public Task A_sound_store_passes(string specification) =>
        Proof.RunAsync<SagaStoreCompliance>(new OnFakeStore(SagaStoreFault.None), specification);

    [Theory, MemberData(nameof(Specifications))]
    public Task A_store_with_the_fault_fails(string specification)
    {
        var fault = Proof.FaultCaughtBy<SagaStoreCompliance, SagaStoreFault>(specification);
        return Proof.ShouldBeContradictedAsync(Proof.RunAsync<SagaStoreCompliance>(new OnFakeStore(fault), specification));
    }

    sealed class OnFakeStore(SagaStoreFault fault) : SagaStoreCompliance
    {
        protected override Task<ISagaStoreHarness> OpenAsync() => Task.FromResult<ISagaStoreHarness>(new FakeSagaStore(fault));
    }
}
