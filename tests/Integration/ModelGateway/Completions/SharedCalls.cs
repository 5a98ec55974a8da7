namespace Phase1.Integration.Tests.ModelGateway.Completions;

/// <summary>One world for several small classes: their tests come one after the other, and each takes a school and providers of its own.</summary>
[CollectionDefinition(nameof(SharedCalls))]
public sealed class SharedCalls : ICollectionFixture<CallWorld>;
