using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Phase1.Integration.Tests.Portal;

/// <summary>Programs that send a token of somebody's.</summary>
static class Programs
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Has the Portal know of tickets, models and feedback too.</summary>
    internal static void HaveAllServices(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Services:Tickets"] = "http://tickets.test",
                ["Services:ModelGateway"] = "http://model-gateway.test",
                ["Services:Feedback"] = "http://feedback.test",
            }
        );

    internal static HttpClient With(PortalUnderTest portal, string token) =>
        new() { BaseAddress = portal.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    /// <summary>Makes a token on its page.</summary>
    internal static async Task<string> TokenAsync(Browser browser, params string[] roles)
    {
        await browser.GetAsync("/me/tokens");
        var made = await browser.PostAsync("/me/tokens", [("name", "load test"), ("days", "30"), .. roles.Select(role => (role, "on"))]);
        return made.Page.QuerySelector("pre code")!.TextContent;
    }

    internal static async Task<(HttpStatusCode Status, string? Code)> CodeAsync(HttpClient program, string path)
    {
        using var answer = await program.GetAsync(path, Cancellation);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return (answer.StatusCode, body.TryGetProperty("code", out var code) ? code.GetString() : null);
    }
}
