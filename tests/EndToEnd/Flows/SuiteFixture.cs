using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Flows;

/// <summary>One suite for all flow tests; each test makes a teacher, a class and a batch of its own.</summary>
public sealed class SuiteFixture : IAsyncLifetime
{
    SuiteUnderTest? _suite;

    public Phase1TestContext Context { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _suite = await SuiteUnderTest.StartAsync();
        Context = new Phase1TestContext(_suite);
    }

    public async ValueTask DisposeAsync()
    {
        if (_suite is not null)
        {
            await _suite.DisposeAsync();
        }
    }
}

[CollectionDefinition("flows")]
public sealed class FlowsCollection : ICollectionFixture<SuiteFixture>;
