using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Phase1.ServiceDefaults;

namespace Phase1.Integration.Tests.Nlp.Thresholds;

[Trait("Scenario", "S-420")]
public sealed class ThresholdTests
{
    [Fact]
    public async Task The_numbers_in_use_are_shown()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        using var client = nlp.Service.As(null);

        var shown = await client.GetFromJsonAsync<JsonElement>("/v1/student-matching/thresholds", TestContext.Current.CancellationToken);

        shown.GetProperty("auto_confirm").GetDecimal().ShouldBe(0.70m);
        shown.GetProperty("preselect").GetDecimal().ShouldBe(0.85m);
        shown.GetProperty("confidences").GetProperty("name_exact").GetDecimal().ShouldBe(0.95m);
    }

    [Theory]
    [InlineData("Matching:AutoConfirm", "0.9")]
    [InlineData("Matching:Review", "0.71")]
    [InlineData("Matching:Margin", "1")]
    public async Task Numbers_out_of_order_end_the_start_and_name_the_option(string option, string value)
    {
        var refused = await Should.ThrowAsync<ConfigurationException>(() =>
            NlpUnderTest.StartAsync(builder => builder.Configuration.AddInMemoryCollection([new(option, value)]))
        );

        refused.Message.ShouldContain(option);
    }
}
