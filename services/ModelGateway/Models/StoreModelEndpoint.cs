using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;
using Phase1.ModelGateway.Providers;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Models;

/// <summary>Adds a model to the list, or changes one; a model that has been called is never taken off it, only disabled.</summary>
static class StoreModelEndpoint
{
    const int LongestName = 100;
    const int LargestContext = 10_000_000;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/v1/llm/models/{provider}/{name}", HandleAsync)
            .RequireOperator()
            .MayAnswer(Problems.StaleVersion, Problems.UnfittingValue);

    /// <summary>A model.</summary>
    /// <param name="Version">That was read; 0 for a new model.</param>
    /// <param name="WireName">What its provider calls it.</param>
    /// <param name="Tier">local, standard or capable.</param>
    /// <param name="ContextTokens">How many tokens it takes, sent and answered together.</param>
    /// <param name="MaxOutputTokens">How many of them may be answered.</param>
    /// <param name="SupportsJson">Whether it can be held to a schema.</param>
    /// <param name="Enabled">Whether it may be asked.</param>
    internal sealed record Body(
        long Version,
        string WireName,
        Tier Tier,
        int ContextTokens,
        int MaxOutputTokens,
        bool SupportsJson,
        bool Enabled = true
    );

    static async Task<ModelDocument> HandleAsync(
        string provider,
        string name,
        Body body,
        ProviderBook providers,
        GatewayDbContext db,
        UnitOfWork work,
        CancellationToken cancellationToken
    )
    {
        Check(name, body);
        if (!providers.ContainsKey(provider))
        {
            throw new ProblemException(Problems.UnfittingValue, "The provider is not one of this installation.");
        }
        var id = $"{provider}{LanguageModel.Separator}{name}";
        await work.BeginAsync(cancellationToken);
        await CatalogueLock.RaiseAsync(db, CatalogueVersion.Models, cancellationToken);
        var model = await db.Models.SingleOrDefaultAsync(m => m.ModelId == id, cancellationToken);
        if ((model?.Version ?? 0) != body.Version)
        {
            throw new ProblemException(Problems.StaleVersion, "The model has changed in the meantime.");
        }
        if (model is null)
        {
            db.Models.Add(
                model = new()
                {
                    ModelId = id,
                    Provider = provider,
                    WireName = body.WireName,
                    Version = 0,
                }
            );
        }
        model.WireName = body.WireName;
        model.Tier = body.Tier;
        model.ContextTokens = body.ContextTokens;
        model.MaxOutputTokens = body.MaxOutputTokens;
        model.SupportsJson = body.SupportsJson;
        model.Enabled = body.Enabled;
        model.Version++;
        await work.CommitAsync(cancellationToken);
        return ModelDocument.Of(model, isConfigured: true);
    }

    static void Check(string name, Body body)
    {
        Dictionary<string, string[]> errors = [];
        if (name.Length > LongestName / 2 || string.IsNullOrWhiteSpace(body.WireName) || body.WireName.Length > LongestName)
        {
            errors["wire_name"] = [$"Names have at most {LongestName / 2} characters, and at most {LongestName} on the wire."];
        }
        if (body.Tier == Tier.Rules)
        {
            errors["tier"] = ["The rules are no model that could be added."];
        }
        if (body.ContextTokens is < 1 or > LargestContext || body.MaxOutputTokens < 1 || body.MaxOutputTokens > body.ContextTokens)
        {
            errors["context_tokens"] = ["A model takes at least one token, and answers no more than it takes."];
        }
        if (errors.Count > 0)
        {
            throw ProblemException.Validation(errors);
        }
    }
}
