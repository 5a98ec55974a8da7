using System.Text;
using Phase1.Integration.Tests.Messaging.Compliance;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Kafka;

/// <summary>TLS and SASL, against a real listener, and a broker that comes and goes.</summary>
public sealed class SecurityTests(SecureBroker secure) : IClassFixture<SecureBroker>
{
    static readonly string[] Topics = ["secure.v1"];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_credentials_create_publish_and_consume()
    {
        await using var log = new KafkaLog(secure.Secure());
        await log.EnsureTopicsAsync(Topics, 4, Token);

        (await log.PublishAsync([new(Topics[0], "a", "1"u8.ToArray(), "{}")], Token)).ShouldBeEmpty();

        await using var member = log.Join("secure-readers", Topics);
        var read = await member.TakeAsync(1, Eventually.Patience, Token);
        read.Select(record => Encoding.UTF8.GetString(record.Body.Span)).ShouldBe(["1"]);
        await member.CommitAsync(Token);
    }

    [Fact]
    public Task A_wrong_password_is_an_error_and_not_a_wait() =>
        RefusedAsync(options => options.SaslPassword = "wrong-password", "Authentication");

    [Fact]
    public Task An_unknown_user_is_an_error_and_not_a_wait() => RefusedAsync(options => options.SaslUsername = "nobody", "Authentication");

    [Fact]
    public Task A_mechanism_that_the_broker_lacks_is_an_error_and_not_a_wait() =>
        RefusedAsync(options => options.SaslMechanism = "ScramSha256", "Sasl");

    [Fact]
    public Task A_certificate_of_an_unknown_authority_is_an_error_and_not_a_wait() =>
        RefusedAsync(options => options.SslCaLocation = null, "Local_Ssl");

    // To the client it looks like a broker that hangs up; the words say what it may be.
    [Fact]
    public async Task Credentials_that_are_left_out_wait_and_say_where_to_look()
    {
        await using var log = new KafkaLog(new() { BootstrapServers = secure.SecureServers, RequestTimeout = TimeSpan.FromSeconds(2) });

        var away = await Should.ThrowAsync<LogUnavailableException>(() => log.EnsureTopicsAsync(Topics, 4, Token));

        away.Message.ShouldContain("security.protocol");
    }

    [Fact]
    public async Task No_password_is_repeated_in_any_message()
    {
        await using var log = new KafkaLog(secure.Secure(options => options.SaslPassword = "wrong-password"));

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => log.EnsureTopicsAsync(Topics, 4, Token));

        refusal.ToString().ShouldNotContain("wrong-password");
    }

    [Fact, Trait("Scenario", "S-701")]
    public async Task What_is_published_while_the_broker_stands_still_arrives_once_it_goes_on_in_order()
    {
        var broker = secure.Broker;
        var options = new KafkaLogOptions { BootstrapServers = broker.BootstrapServers, PublishTimeout = TimeSpan.FromSeconds(1) };
        await using var log = new KafkaLog(options);
        string[] topics = ["standstill.v1"];
        await log.EnsureTopicsAsync(topics, 1, Token);
        var records = Enumerable.Range(0, 50).Select(n => new OutgoingRecord(topics[0], "a", Encoding.UTF8.GetBytes($"{n:00}"), "{}"));
        List<OutgoingRecord> round = [.. records];
        const string First = "first";
        await Eventually.BecomesTrueAsync(() => IsPublishedAsync(log, [new(topics[0], "a", Encoding.UTF8.GetBytes(First), "{}")]), Token);

        await broker.DoAsync("pause");
        await Should.ThrowAsync<LogUnavailableException>(() => log.PublishAsync(round, Token));
        await Should.ThrowAsync<LogUnavailableException>(() => log.PublishAsync(round, Token));
        await Should.ThrowAsync<LogUnavailableException>(() => log.PingAsync(Token));
        await broker.DoAsync("resume");
        await Eventually.BecomesTrueAsync(() => IsPublishedAsync(log, round), Token);

        await using var member = log.Join("standstill-readers", topics);
        var read = new List<string>();
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                var more = await member.TakeAsync(1000, TimeSpan.FromMilliseconds(100), Token);
                read.AddRange(more.Select(record => Encoding.UTF8.GetString(record.Body.Span)));
                return read.Distinct().Count() > round.Count;
            },
            Token
        );
        read.Distinct().ShouldBe(Enumerable.Range(0, 50).Select(n => $"{n:00}").Prepend(First));
    }

    [Fact]
    public async Task A_member_and_a_producer_end_in_time_while_the_broker_is_stopped()
    {
        var broker = secure.Broker;
        var log = new KafkaLog(new() { BootstrapServers = broker.BootstrapServers, PublishTimeout = TimeSpan.FromSeconds(1) });
        string[] topics = ["stopped.v1"];
        await log.EnsureTopicsAsync(topics, 1, Token);
        // On a cold connection the first record may take longer than its publisher waits.
        await Eventually.BecomesTrueAsync(() => IsPublishedAsync(log, [new(topics[0], "a", "1"u8.ToArray(), "{}")]), Token);
        var member = log.Join("stopped-readers", topics);
        (await member.TakeAsync(1, Eventually.Patience, Token)).Count.ShouldBe(1);

        await broker.DoAsync("kill");
        try
        {
            await Should.ThrowAsync<LogUnavailableException>(() => log.PublishAsync([new(topics[0], "a", "2"u8.ToArray(), "{}")], Token));
            await Task.Run(() => EndAsync(member, log), Token).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Token);
        }
        finally
        {
            await broker.DoAsync("start");
        }

        static async Task EndAsync(params IAsyncDisposable[] ended)
        {
            foreach (var one in ended)
            {
                await one.DisposeAsync();
            }
        }
    }

    static async Task<bool> IsPublishedAsync(KafkaLog log, IReadOnlyList<OutgoingRecord> wanted) =>
        await Xunit.Record.ExceptionAsync(() => log.PublishAsync(wanted, Token)) is null;

    async Task RefusedAsync(Action<KafkaLogOptions> spoil, string code)
    {
        await using var log = new KafkaLog(secure.Secure(spoil));

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => log.EnsureTopicsAsync(Topics, 4, Token));

        refusal.Message.ShouldStartWith("The brokers refuse this service while preparing topics");
        refusal.Message.ShouldContain(code);
    }
}
