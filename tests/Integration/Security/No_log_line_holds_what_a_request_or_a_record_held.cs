using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Phase1.BatchOrchestrator;
using Phase1.ClassManagement;
using Phase1.EssayLifecycle;
using Phase1.Events;
using Phase1.Feedback;
using Phase1.FileIntake;
using Phase1.ModelGateway;
using Phase1.Nlp;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets;

namespace Phase1.Integration.Tests.Security;

/// <summary>
/// Broken requests of every kind to every route, and broken records on every topic, each with a name in it that is nowhere else. Everything that
/// any part of the service logs is looked through, at the most talkative level that the host's own filters let pass.
/// </summary>
[Trait("Scenario", "S-713")]
public sealed class No_log_line_holds_what_a_request_or_a_record_held
{
    const string Canary = "Zebulonia";

    static readonly string[] Bodies =
    [
        $$"""{"name":"{{Canary}}",,}""",
        $$"""{"name":"{{Canary}}""",
        $$"""{"{{Canary}}":"{{Canary}} Quist"}""",
        $$"""{"name":["{{Canary}}\u0000"],"course_codes":"{{Canary}}","lines":[{"{{Canary}}":1}]}""",
        $$"""{"person_name":{"first_name":"{{Canary}}","last_name":7},"email":"{{Canary}}@elev.example"}""",
        $"name;email\n\"{Canary} Quist;{Canary}@elev.example\n{Canary}\0",
        $"--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{Canary}.docx\"\r\n{Canary}\r\n\r\ntext of {Canary}\r\n--x--\r\n",
        $"--x\r\nContent-Disposition: form-data; name=\"{Canary}\"\r\n\r\n{Canary}\r\n--x",
    ];

    static readonly string[] Types =
    [
        "application/json",
        "text/csv",
        "text/plain; charset=utf-8",
        "multipart/form-data; boundary=x",
        "nonsense",
    ];

    readonly ConcurrentQueue<string> _logged = [];

    public static TheoryData<string> Services =>
        ["BatchOrchestrator", "EssayLifecycle", "Nlp", "ClassManagement", "FileIntake", "Tickets", "ModelGateway", "Feedback"];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Services))]
    public async Task However_broken_it_was(string name)
    {
        await using var service = await ServiceUnderTest.StartAsync(
            () => Of(name),
            builder => builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new LogRecorder(_logged))
        );
        using var teacher = service.As("teacher-1");
        using var another = service.As(null);
        foreach (var (method, address) in RoutesOf(service))
        {
            foreach (var client in new[] { teacher, another })
            {
                await SendAllAsync(client, method, address);
            }
        }
        foreach (var topic in Topics.All)
        {
            await FeedAllAsync(service, topic);
        }
        await service.DrainAsync();

        _logged.ShouldNotBeEmpty();
        _logged.Where(line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    static async Task SendAllAsync(HttpClient client, string method, string address)
    {
        // Without a body the one kind of request differs from the next in nothing.
        var withBody = method is "POST" or "PUT";
        foreach (var (body, type) in withBody ? Bodies.SelectMany(body => Types.Select(type => (body, type))) : [("", "")])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"{address}?cursor={Canary}&limit={Canary}&status={Canary}");
            request.Headers.TryAddWithoutValidation("Idempotency-Key", $"{Canary}-{type.GetHashCode(StringComparison.Ordinal)}");
            request.Headers.TryAddWithoutValidation("X-Correlation-ID", Canary);
            request.Headers.TryAddWithoutValidation("Last-Event-ID", Canary);
            if (withBody)
            {
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
            ((int)answer.StatusCode).ShouldBeLessThan(500, $"{method} {address} {type}");
        }
    }

    static async Task FeedAllAsync(ServiceUnderTest service, string topic)
    {
        foreach (var body in Bodies)
        {
            await service.FeedRawAsync(topic, Canary, body);
        }
        await service.FeedRawAsync(
            topic,
            Canary,
            $$"""
            {"event_id":"{{service.NewId()}}","event_type":"{{topic}}","event_timestamp":"{{Canary}}","source_service":"{{Canary}}",
             "correlation_id":"{{service.NewId()}}","metadata":{"user_id":"{{Canary}}\n"},"data":{"{{Canary}}":"{{Canary}}" } }
            """
        );
    }

    static IEnumerable<(string Method, string Address)> RoutesOf(ServiceUnderTest service) =>
        from endpoint in service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, AddressOf(endpoint));

    static string AddressOf(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(PartOf))));

    static string PartOf(RoutePatternPart part) =>
        part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "storage_id" or "documentName" } => Canary,
            _ => "01890000-0000-7000-8000-000000000001",
        };

    static Phase1Service Of(string service) =>
        service switch
        {
            "BatchOrchestrator" => new BatchOrchestratorService(),
            "EssayLifecycle" => new EssayLifecycleService(),
            "Nlp" => new NlpService(),
            "ClassManagement" => new ClassManagementService(),
            "Tickets" => new TicketsService(),
            "ModelGateway" => new ModelGatewayService(),
            "Feedback" => new FeedbackService(),
            _ => new FileIntakeService(),
        };
}
