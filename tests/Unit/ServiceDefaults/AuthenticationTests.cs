using System.Text.Json;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

[Trait("Scenario", "S-715")]
public sealed class AuthenticationTests
{
    const string Key = ServiceKeys.Development;

    [Theory]
    // route, key, service, user, roles -> status, code
    [InlineData("/v1/service", null, "tests", null, null, 401, "AUTHENTICATION_ERROR")]
    [InlineData("/v1/service", "wrong", "tests", null, null, 401, "INVALID_API_KEY")]
    [InlineData("/v1/service", "wrong", null, null, null, 401, "AUTHENTICATION_ERROR")]
    [InlineData("/v1/service", Key, null, null, null, 401, "AUTHENTICATION_ERROR")]
    [InlineData("/v1/service", Key, "tests", null, null, 200, null)]
    [InlineData("/v1/teacher", null, null, "teacher-1", null, 401, "AUTHENTICATION_ERROR")]
    [InlineData("/v1/teacher", null, "tests", "teacher-1", "teacher", 401, "AUTHENTICATION_ERROR")]
    [InlineData("/v1/teacher", Key, "tests", null, null, 401, "AUTHENTICATION_ERROR")]
    [InlineData("/v1/teacher", Key, "tests", "teacher-1", null, 200, null)]
    [InlineData("/v1/teacher", Key, "tests", "teacher-1", "teacher", 200, null)]
    [InlineData("/v1/teacher", Key, "tests", "operator-1", "operator", 403, "AUTHORIZATION_ERROR")]
    [InlineData("/v1/teacher", Key, "tests", "both-1", "operator, teacher", 200, null)]
    [InlineData("/v1/teacher", Key, "tests", "nobody-1", "", 403, "AUTHORIZATION_ERROR")]
    [InlineData("/v1/teacher", Key, "tests", "nobody-1", "cleaner", 403, "AUTHORIZATION_ERROR")]
    [InlineData("/v1/teacher", Key, "tests", null, "teacher", 401, "AUTHENTICATION_ERROR")]
    [InlineData("/v1/service", Key, "tests", null, "teacher", 401, "AUTHENTICATION_ERROR")]
    [InlineData("/v1/operator", Key, "tests", "teacher-1", "teacher", 403, "AUTHORIZATION_ERROR")]
    [InlineData("/v1/operator", Key, "tests", "teacher-1", null, 403, "AUTHORIZATION_ERROR")]
    [InlineData("/v1/operator", Key, "tests", null, "operator", 401, "AUTHENTICATION_ERROR")]
    [InlineData("/v1/operator", Key, "tests", "operator-1", "operator", 200, null)]
    [InlineData("/v1/body", Key, "tests", "operator-1", "operator", 403, "AUTHORIZATION_ERROR")]
    [InlineData("/v1/body", Key, "tests", "operator-1", "operator-body", 403, "AUTHORIZATION_ERROR")]
    [InlineData("/v1/body", Key, "tests", "operator-1", "operator,operator-body", 200, null)]
    [InlineData("/v1/unguarded", null, null, null, null, 401, "AUTHENTICATION_ERROR")]
    [InlineData("/v1/unguarded", Key, "tests", "teacher-1", "operator,teacher", 403, "AUTHORIZATION_ERROR")]
    public async Task Key_service_identity_and_role_decide(
        string route,
        string? key,
        string? service,
        string? user,
        string? roles,
        int status,
        string? code
    )
    {
        await using var host = await ProbeService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, route);
        Add(request, HeaderNames.ApiKey, key);
        Add(request, HeaderNames.ServiceId, service);
        Add(request, HeaderNames.UserId, user);
        Add(request, HeaderNames.UserRoles, roles);

        var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status, text);
        if (code is not null)
        {
            JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString().ShouldBe(code);
        }
    }

    [Fact]
    public async Task The_forwarded_identity_reaches_the_handler()
    {
        await using var host = await ProbeService.StartAsync();

        var answer = await host.SendAsync(
            HttpMethod.Get,
            "/v1/teacher",
            null,
            (HeaderNames.UserId, "teacher-1"),
            (HeaderNames.OrgId, "org-1")
        );

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("teacher-1|org-1|tests");
    }

    [Fact]
    public async Task An_identity_longer_than_255_characters_is_not_believed()
    {
        await using var host = await ProbeService.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, "/v1/teacher", null, (HeaderNames.UserId, new string('x', 256)));

        ((int)answer.StatusCode).ShouldBe(401);
    }

    static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.Add(name, value);
        }
    }
}
