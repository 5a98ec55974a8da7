using System.Text.Json;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

/// <summary>Keys belong to callers, and a caller may have several while they are changed.</summary>
[Trait("Scenario", "S-715")]
public sealed class ServiceKeyTests
{
    const string Nlp = "key-of-nlp-0123456789";
    const string NlpNext = "next-key-of-nlp-0123456789";
    const string Cms = "key-of-cms-0123456789";

    [Theory]
    [InlineData("nlp_service", Nlp, 200)]
    [InlineData("nlp_service", NlpNext, 200)]
    [InlineData("class_management_service", Cms, 200)]
    [InlineData("class_management_service", Nlp, 401)]
    [InlineData("class_management_service", NlpNext, 401)]
    [InlineData("nlp_service", Cms, 401)]
    [InlineData("NLP_SERVICE", Nlp, 401)]
    [InlineData("file_service", Nlp, 401)]
    [InlineData("nlp_service", ServiceKeys.Development, 401)]
    [InlineData("anybody", ServiceKeys.Development, 401)]
    [InlineData("nlp_service", Nlp + "," + NlpNext, 401)]
    public async Task A_key_is_worth_nothing_under_another_name(string caller, string key, int status)
    {
        await using var host = await ProbeService.StartAsync(
            $"--Authentication:Callers:nlp_service={Nlp}, {NlpNext},",
            $"--Authentication:Callers:class_management_service:0={Cms}"
        );

        var answer = await host.SendAsync(HttpMethod.Get, "/v1/service", null, (HeaderNames.ApiKey, key), (HeaderNames.ServiceId, caller));

        ((int)answer.StatusCode).ShouldBe(status);
        if (status == 401)
        {
            var problem = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            JsonSerializer.Deserialize<JsonElement>(problem).GetProperty("code").GetString().ShouldBe("INVALID_API_KEY");
        }
    }

    [Fact]
    public async Task A_key_is_changed_without_a_moment_in_which_none_is_good()
    {
        // The receiver learns the new key, the caller takes it, the receiver forgets the old one: each step is a restart of one side.
        await using var before = await ProbeService.StartAsync($"--Authentication:Callers:nlp_service={Nlp}");
        await using var during = await ProbeService.StartAsync($"--Authentication:Callers:nlp_service={Nlp},{NlpNext}");
        await using var after = await ProbeService.StartAsync($"--Authentication:Callers:nlp_service={NlpNext}");

        (await StatusesAsync(before)).ShouldBe((200, 401));
        (await StatusesAsync(during)).ShouldBe((200, 200));
        (await StatusesAsync(after)).ShouldBe((401, 200));

        static async Task<(int Old, int New)> StatusesAsync(ProbeHost host) =>
            (await StatusAsync(host, Nlp), await StatusAsync(host, NlpNext));

        static async Task<int> StatusAsync(ProbeHost host, string key)
        {
            var headers = new[] { (HeaderNames.ApiKey, key), (HeaderNames.ServiceId, "nlp_service") };
            return (int)(await host.SendAsync(HttpMethod.Get, "/v1/service", null, headers)).StatusCode;
        }
    }
}
