using Phase1.ModelGateway.Alerts;
using Phase1.ModelGateway.Providers;

namespace Phase1.Unit.Tests.ModelGateway.Providers;

public sealed class ProviderBookTests
{
    [Theory]
    [Trait("Scenario", "CCR-49")]
    [InlineData("", "BaseUrl")]
    [InlineData("localhost:11434", "BaseUrl")]
    [InlineData("ftp://localhost/v1", "BaseUrl")]
    public void Without_an_address_the_process_does_not_start(string address, string named) =>
        new ProviderBook { ["local"] = new() { BaseUrl = address } }
            .Validate()
            .ShouldHaveSingleItem()
            .ShouldContain(named);

    [Fact]
    public void A_webhook_needs_an_address_too() =>
        new WebhookBook { ["office"] = new() { Url = "office" } }
            .Validate()
            .ShouldHaveSingleItem()
            .ShouldContain("Url");
}
