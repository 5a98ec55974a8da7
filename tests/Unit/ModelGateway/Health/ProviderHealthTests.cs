using Phase1.ModelGateway.Health;

namespace Phase1.Unit.Tests.ModelGateway.Health;

public sealed class ProviderHealthTests
{
    static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    static readonly ProviderHealth Well = new(CircuitState.Closed, 0, AdmitsCalls: true, WasPolled: true);

    [Fact]
    [Trait("Scenario", "CCR-45")]
    public void A_provider_that_was_never_asked_is_unknown() =>
        (Well with { WasPolled = false }).LevelAt(Noon).ShouldBe(ProviderLevel.Unknown);

    [Fact]
    [Trait("Scenario", "CCR-46")]
    public void Failures_make_it_degraded_and_a_success_available()
    {
        (Well with { Failures = 1 }).LevelAt(Noon).ShouldBe(ProviderLevel.Degraded);
        Well.LevelAt(Noon).ShouldBe(ProviderLevel.Available);
    }

    [Theory]
    [InlineData(nameof(CircuitState.Open))]
    [InlineData(nameof(CircuitState.HalfOpen))]
    public void A_provider_that_is_left_alone_is_unavailable(string circuit) =>
        (Well with { Circuit = Enum.Parse<CircuitState>(circuit), Failures = 3 }).LevelAt(Noon).ShouldBe(ProviderLevel.Unavailable);

    [Fact]
    public void A_pause_that_it_asks_for_ends_by_itself()
    {
        var limited = Well with { RateLimitedUntil = Noon };

        limited.LevelAt(Noon.AddTicks(-1)).ShouldBe(ProviderLevel.RateLimited);
        limited.LevelAt(Noon).ShouldBe(ProviderLevel.Available);
    }

    [Fact]
    public void A_refused_key_stands_above_everything() =>
        (Well with { IsMisconfigured = true, Failures = 2 }).LevelAt(Noon).ShouldBe(ProviderLevel.Misconfigured);

    [Fact]
    [Trait("Scenario", "CCR-19")]
    public void A_model_is_as_its_provider_is_and_away_when_its_list_lacks_it()
    {
        var listing = Well with { Models = new HashSet<string> { "mid" } };

        listing.LevelOf("mid", Noon).ShouldBe(ModelLevel.Available);
        listing.LevelOf("large", Noon).ShouldBe(ModelLevel.Unavailable);
        (Well with { Failures = 1 }).LevelOf("mid", Noon).ShouldBe(ModelLevel.Degraded);
        (Well with { IsMisconfigured = true }).LevelOf("mid", Noon).ShouldBe(ModelLevel.Unavailable);
    }

    [Theory]
    [Trait("Scenario", "CCR-18")]
    [Trait("Scenario", "CCR-44")]
    [InlineData(nameof(GatewayLevel.Unknown))]
    [InlineData(nameof(GatewayLevel.Unknown), ProviderLevel.Unknown)]
    [InlineData(nameof(GatewayLevel.Healthy), ProviderLevel.Available, ProviderLevel.Available)]
    [InlineData(nameof(GatewayLevel.Degraded), ProviderLevel.Available, ProviderLevel.Unavailable)]
    [InlineData(nameof(GatewayLevel.Degraded), ProviderLevel.Available, ProviderLevel.RateLimited, ProviderLevel.Misconfigured)]
    [InlineData(nameof(GatewayLevel.Degraded), ProviderLevel.Degraded)]
    [InlineData(nameof(GatewayLevel.Degraded), ProviderLevel.Available, ProviderLevel.Unknown)]
    [InlineData(nameof(GatewayLevel.Unhealthy), ProviderLevel.Unavailable, ProviderLevel.RateLimited)]
    public void The_gateway_is_as_its_providers_are(string gateway, params object[] providers) =>
        ProviderHealth.Together([.. providers.Cast<ProviderLevel>()]).ShouldBe(Enum.Parse<GatewayLevel>(gateway));
}
