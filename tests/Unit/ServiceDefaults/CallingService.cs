using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

/// <summary>A service that asks another one.</summary>
sealed class CallingService : Phase1Service
{
    public override string Name => "calling_service";
    public override int DefaultPort => 0;

    protected internal override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddServiceClient<RosterClient>("ClassManagement");

    protected internal override void MapEndpoints(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/ask", (RosterClient client, CancellationToken cancellationToken) => client.AskAsync(cancellationToken))
            .RequireTeacher();
}

sealed class RosterClient(HttpClient http)
{
    internal async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync("v1/classes", cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }
}
