using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Phase1.ProviderStub;

/// <summary>The stub's HTTP: providers under <c>/s/{space}/{format}</c>, and what tests tell and ask of a space beside them.</summary>
sealed class StubServer : IAsyncDisposable
{
    static readonly string[] Models = ["default", "mid", "large"];

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // A rule that is misspelt would be a test that proves nothing.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    readonly ConcurrentDictionary<string, StubSpace> _spaces = new(StringComparer.Ordinal);
    readonly WebApplication _host;

    StubServer(WebApplication host) => _host = host;

    internal Uri Address => new(_host.Urls.First());

    /// <summary>Starts it on a free port, unless the arguments name another.</summary>
    internal static async Task<StubServer> StartAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = Json.PropertyNamingPolicy;
            json.SerializerOptions.UnmappedMemberHandling = Json.UnmappedMemberHandling;
            json.SerializerOptions.Converters.Add(Json.Converters[0]);
        });
        var server = new StubServer(builder.Build());
        server.Map();
        await server._host.StartAsync();
        return server;
    }

    internal Task WaitForShutdownAsync() => _host.WaitForShutdownAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    void Map()
    {
        _host.MapPut("/s/{space}/rules", (string space, StubRule[] rules) => SpaceOf(space).Set(rules));
        _host.MapGet(
            "/s/{space}/calls",
            (string space, bool bodies = false) => SpaceOf(space).Calls.Select(call => bodies ? call : call with { Body = null })
        );
        _host.MapDelete("/s/{space}", (string space) => _spaces.TryRemove(space, out _));
        foreach (var format in StubFormat.All)
        {
            _host.MapPost($"/s/{{space}}/{format.Name}{format.CompletionPath}", context => AnswerAsync(context, format, isList: false));
            _host.MapGet($"/s/{{space}}/{format.Name}/v1/models", context => AnswerAsync(context, format, isList: true));
        }
    }

    StubSpace SpaceOf(string name) => _spaces.GetOrAdd(name, _ => new());

    async Task AnswerAsync(HttpContext context, StubFormat format, bool isList)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var request = isList ? null : JsonNode.Parse(body);
        var call = CallOf(context, format, body, request, isList);
        var rule = SpaceOf((string)context.Request.RouteValues["space"]!).Take(call);
        if (rule.LatencyMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(rule.LatencyMs), TimeProvider.System, context.RequestAborted);
        }
        await StubReply.WriteAsync(context, format, rule, isList ? format.List(Models) : CompletionOf(format, rule, call, request));
    }

    static StubCall CallOf(HttpContext context, StubFormat format, string body, JsonNode? request, bool isList)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return new(
            Number: 0,
            format.Name,
            isList,
            request?["model"]?.GetValue<string>(),
            context.Request.Headers["X-Phase1-Task-Type"].FirstOrDefault(),
            context.Request.Headers["X-Phase1-Caller"].FirstOrDefault(),
            context.Request.Headers.ContainsKey(format.KeyHeader),
            bytes.Length,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            body
        );
    }

    static JsonObject CompletionOf(StubFormat format, StubRule rule, StubCall call, JsonNode? request)
    {
        var messages = StubFormat.MessagesOf(request);
        var text = rule.Answer == StubAnswer.Empty ? null : StubText.Of(rule, messages is [.., var last] ? last : "");
        var usage = rule.Usage ?? new(TokensOf(messages.Sum(message => message.Length)), TokensOf(text?.Length ?? 0));
        return format.Answer(call.Model, text, rule.Answer == StubAnswer.NoUsage ? null : usage, rule.Cost);
    }

    static long TokensOf(int characters) => (characters + 3) / 4;
}
