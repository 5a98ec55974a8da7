using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

public sealed class CorrelationTests
{
    static string Echo(HttpResponseMessage answer) => answer.Headers.GetValues(HeaderNames.CorrelationId).Single();

    [Fact]
    public async Task A_uuid_is_taken_over_in_lower_case()
    {
        await using var host = await ProbeService.StartAsync();

        var answer = await host.SendAsync(
            HttpMethod.Get,
            "/v1/service",
            null,
            (HeaderNames.CorrelationId, "01890A5D-AC96-774B-BCCE-B302099A8057")
        );

        Echo(answer).ShouldBe("01890a5d-ac96-774b-bcce-b302099a8057");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(Echo(answer));
    }

    [Fact]
    public async Task Another_text_becomes_the_same_name_based_uuid_each_time()
    {
        await using var host = await ProbeService.StartAsync();

        var first = Echo(await host.SendAsync(HttpMethod.Get, "/v1/service", null, (HeaderNames.CorrelationId, "exam of may")));
        var again = Echo(await host.SendAsync(HttpMethod.Get, "/v1/service", null, (HeaderNames.CorrelationId, "exam of may")));
        var other = Echo(await host.SendAsync(HttpMethod.Get, "/v1/service", null, (HeaderNames.CorrelationId, "exam of june")));

        again.ShouldBe(first);
        other.ShouldNotBe(first);
        Guid.Parse(first).Version.ShouldBe(5);
        (Guid.Parse(first).Variant & 0b1100).ShouldBe(0b1000);
    }

    [Theory]
    [InlineData("/livez")]
    [InlineData("/v1/nowhere")]
    [InlineData("/v1/fail/bug")]
    [InlineData("/v1/fail/away")]
    public async Task Every_answer_carries_an_id(string path)
    {
        await using var host = await ProbeService.StartAsync();

        var minted = Guid.Parse(Echo(await host.SendAsync(HttpMethod.Get, path)));
        var zero = Guid.Parse(Echo(await host.SendAsync(HttpMethod.Get, path, null, (HeaderNames.CorrelationId, Guid.Empty.ToString()))));

        minted.Version.ShouldBe(7);
        zero.Version.ShouldBe(7);
    }

    [Fact]
    public async Task A_refused_caller_gets_the_id_too()
    {
        await using var host = await ProbeService.StartAsync();

        var answer = await host.Client.GetAsync("/v1/service", TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(401);
        Guid.Parse(Echo(answer)).ShouldNotBe(Guid.Empty);
    }
}
