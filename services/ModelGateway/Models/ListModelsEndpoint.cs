using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Providers;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Models;

static class ListModelsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/llm/models", HandleAsync).RequireService();

    static async Task<IReadOnlyList<ModelDocument>> HandleAsync(
        GatewayDbContext db,
        ProviderBook providers,
        CancellationToken cancellationToken
    )
    {
        var models = await db.Models.AsNoTracking().OrderBy(model => model.ModelId).ToListAsync(cancellationToken);
        return [.. models.Select(model => ModelDocument.Of(model, model.Tier == Tier.Rules || providers.ContainsKey(model.Provider)))];
    }
}
