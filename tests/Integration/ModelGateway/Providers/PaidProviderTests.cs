using Phase1.ModelGateway.Providers;

namespace Phase1.Integration.Tests.ModelGateway.Providers;

/// <summary>The vendors themselves, with a key that somebody pays for. Without one a test is skipped and says so; a skip proves nothing.</summary>
public sealed class PaidProviderTests
{
    [Theory]
    [Trait("Scenario", "COST-74")]
    [InlineData("Openai", "PHASE1_TEST_OPENAI_KEY", "https://api.openai.com/v1", "gpt-4o-mini")]
    [InlineData("Anthropic", "PHASE1_TEST_ANTHROPIC_KEY", "https://api.anthropic.com", "claude-3-5-haiku-latest")]
    public async Task A_vendor_answers_and_says_what_it_took(string format, string keyVariable, string address, string model)
    {
        Assert.SkipWhen(
            string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(keyVariable)),
            $"No key of a paid provider: {keyVariable} is not set."
        );
        var options = new ProviderOptions
        {
            Format = Enum.Parse<ProviderFormat>(format),
            BaseUrl = address,
            KeyVariable = keyVariable,
        };
        using var client = (ChatProviderClient)ProviderClients.Of(options, TimeProvider.System);

        var reply = await client.AskAsync(
            new ProviderRequest(model, [new("user", "Answer with the word yes.")], 20, "general", "integration-test"),
            TestContext.Current.CancellationToken
        );

        var answer = reply.ShouldBeOfType<ProviderAnswer>();
        answer.Usage.InputTokens!.Value.ShouldBeGreaterThan(0);
        answer.Usage.OutputTokens!.Value.ShouldBeGreaterThan(0);
    }
}
