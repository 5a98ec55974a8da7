using System.Text.Json;

namespace Phase1.Integration.Tests.ServiceDefaults;

[Trait("Scenario", "S-716")]
public sealed class IdempotencyTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    static async Task<string> CodeAsync(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Token)).GetProperty("code").GetString()!;

    [Fact]
    public async Task The_same_key_and_body_give_the_first_answer_again_and_one_effect()
    {
        await using var host = await NotesHost.StartAsync();

        var first = await host.AddAsync("a note", "key-1");
        var again = await host.AddAsync("a note", "key-1");

        ((int)again.StatusCode).ShouldBe(201);
        again.Headers.Location.ShouldBe(first.Headers.Location);
        again.Content.Headers.ContentType.ShouldBe(first.Content.Headers.ContentType);
        (await again.Content.ReadAsStringAsync(Token)).ShouldBe(await first.Content.ReadAsStringAsync(Token));
        (await host.CountAsync("notes")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await using var host = await NotesHost.StartAsync();
        await host.AddAsync("a note", "key-1");

        var other = await host.AddAsync("another note", "key-1");

        ((int)other.StatusCode).ShouldBe(422);
        (await CodeAsync(other)).ShouldBe("IDEMPOTENCY_KEY_REUSED");
        (await host.CountAsync("notes")).ShouldBe(1);
    }

    [Fact]
    public async Task Keys_belong_to_their_user_and_end_after_a_day()
    {
        await using var host = await NotesHost.StartAsync();
        await host.AddAsync("a note", "key-1");
        await host.AddAsync("a note", "key-1", user: "teacher-2");
        (await host.CountAsync("notes")).ShouldBe(2);

        host.Clock.Advance(TimeSpan.FromHours(24));
        await host.AddAsync("a note", "key-1");

        (await host.CountAsync("notes")).ShouldBe(3);
    }

    [Fact]
    public async Task Requests_of_one_key_at_once_have_one_effect_and_one_answer()
    {
        await using var host = await NotesHost.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.AddAsync("a note", "key-1")));

        answers.Select(answer => (int)answer.StatusCode).Distinct().ShouldBe([201]);
        answers.Select(answer => answer.Headers.Location).Distinct().Count().ShouldBe(1);
        (await host.CountAsync("notes")).ShouldBe(1);
    }

    // Each needs two connections: one that locks its key and one for its effect.
    [Fact]
    public async Task More_requests_at_once_than_there_are_connections_are_all_answered()
    {
        await using var host = await NotesHost.StartAsync(connections: 4);

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(n => host.AddAsync("a note", $"key-{n}")));

        answers.Select(answer => (int)answer.StatusCode).Distinct().ShouldBe([201]);
        (await host.CountAsync("notes")).ShouldBe(32);
    }

    [Fact]
    public async Task A_refusal_without_effect_is_not_kept()
    {
        await using var host = await NotesHost.StartAsync();

        var refused = await host.AddAsync("refused", "key-1");

        ((int)refused.StatusCode).ShouldBe(409);
        (await host.CountAsync("idempotent_requests")).ShouldBe(0);
    }

    [Fact]
    public async Task An_effect_whose_answer_was_lost_is_not_repeated()
    {
        await using var host = await NotesHost.StartAsync();

        var failed = await host.AddAsync("lost", "key-1");
        var again = await host.AddAsync("lost", "key-1");

        ((int)failed.StatusCode).ShouldBe(500);
        ((int)again.StatusCode).ShouldBe(409);
        (await host.CountAsync("notes")).ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_key_has_1_to_100_characters(int length)
    {
        await using var host = await NotesHost.StartAsync();

        var answer = await host.AddAsync("a note", new string('k', length));

        ((int)answer.StatusCode).ShouldBe(400);
        (await host.CountAsync("notes")).ShouldBe(0);
    }
}
