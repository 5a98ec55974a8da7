using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Phase1.ServiceDefaults;
using Phase1.Text;

namespace Phase1.Unit.Tests.ServiceDefaults;

/// <summary>What no database keeps is refused before any route has seen it, by the path of its field.</summary>
public sealed class DoorTests
{
    [Theory]
    [InlineData("""{"name":"a\u0000","count":1}""", "name")]
    [InlineData("""{"name":"\ud83d","count":1}""", "name")]
    [InlineData("""{"name":"\ude00x","count":1}""", "name")]
    [InlineData("""{"name":"x","count":1,"parts":[{"name":"y","count":1},{"name":"\u0000","count":1}]}""", "parts[1].name")]
    [InlineData("""{"name":"x","count":1e999999}""", "count")]
    [InlineData("""{"name":"x","count":1,"other":{"deep":[1,[2,{"n":-1.5e-4000}]]}}""", "other.deep[1][1].n")]
    [InlineData("""{"name":"x","count":1,"parts":[{"a\u0000":1}]}""", "parts[0]")]
    [InlineData("""{"name":"x","count":1,"name":"y"}""", "name")]
    [InlineData("\uFEFF{\"name\":\"\\u0000\",\"count\":1}", "name")]
    public async Task A_value_that_cannot_be_kept_is_refused_by_its_path(string body, string path)
    {
        await using var host = await ProbeService.StartAsync();

        (await RefusedAsync(host, HttpMethod.Post, "/v1/echo", new StringContent(body, Encoding.UTF8, "application/json"))).ShouldBe(path);
    }

    [Theory]
    [InlineData("/v1/fail/a%00b", "how")]
    [InlineData("/v1/service?name=a%00", "name")]
    [InlineData("/v1/service?%00=a", "query")]
    public async Task A_text_of_the_address_that_cannot_be_kept_is_refused_by_its_name(string address, string name)
    {
        await using var host = await ProbeService.StartAsync();
        using var answer = await host.SendAsync(HttpMethod.Get, address);

        // The server itself refuses a zero in a path, without a word of ours.
        if (address.Contains('?', StringComparison.Ordinal))
        {
            (await RefusedAsync(host, HttpMethod.Get, address)).ShouldBe(name);
        }
        ((int)answer.StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task Whole_text_of_any_script_passes_and_the_route_reads_the_body_it_was_sent()
    {
        await using var host = await ProbeService.StartAsync();
        using var content = new StringContent("""{"name":"Åsa \ud83d\ude00 李","count":3}""", Encoding.UTF8, "application/json");

        using var answer = await host.SendAsync(HttpMethod.Post, "/v1/echo", content);

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        JsonDocument.Parse(text).RootElement.GetProperty("name").GetString().ShouldBe("Åsa \U0001F600 李");
    }

    [Fact]
    public async Task JSON_in_another_encoding_is_not_taken_past_the_door()
    {
        await using var host = await ProbeService.StartAsync();
        using var content = new ByteArrayContent(Encoding.Unicode.GetBytes("""{"name":"\u0000","count":1}"""));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-16");

        using var answer = await host.SendAsync(HttpMethod.Post, "/v1/echo", content);

        ((int)answer.StatusCode).ShouldBe(415);
    }

    [Theory]
    [InlineData("lärare-1", 200)]
    [InlineData("a\u0085b", 401)]
    public async Task An_identity_is_any_text_without_control_characters(string user, int status)
    {
        await using var host = await ProbeService.StartAsync();
        using var utf8 = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 })
        {
            BaseAddress = host.Client.BaseAddress,
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/teacher");
        request.Headers.Add(HeaderNames.ApiKey, ServiceKeys.Development);
        request.Headers.Add(HeaderNames.ServiceId, "tests");
        request.Headers.TryAddWithoutValidation(HeaderNames.UserId, user);

        using var answer = await utf8.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task The_name_of_a_file_in_an_older_encoding_comes_as_its_bytes()
    {
        await using var host = await ProbeService.StartAsync();
        using var latin1 = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 })
        {
            BaseAddress = host.Client.BaseAddress,
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/livez");
        request.Headers.TryAddWithoutValidation(HeaderNames.FileName, "Åsa Öberg.txt");

        using var answer = await latin1.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(200);
        HeaderText.Decode("Åsa Öberg").ShouldBe("Åsa Öberg");
        HeaderText.Decode(Encoding.Latin1.GetString("Åsa – 李.txt"u8)).ShouldBe("Åsa – 李.txt");
        HeaderText.Decode("\u0093a\u0094.txt").ShouldBe("“a”.txt");
    }

    static async Task<string> RefusedAsync(ProbeHost host, HttpMethod method, string path, HttpContent? content = null)
    {
        using var answer = await host.SendAsync(method, path, content);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(400, text);
        var problem = JsonDocument.Parse(text).RootElement;
        problem.GetProperty("code").GetString().ShouldBe("VALIDATION_ERROR");
        return problem.GetProperty("errors").EnumerateObject().Single().Name;
    }
}
