using Phase1.ModelGateway.Completions;
using Phase1.ModelGateway.Models;

namespace Phase1.ModelGateway.Prices;

/// <summary>Finds prices.</summary>
interface IPriceBook
{
    /// <summary>What a model costs a workspace at an instant.</summary>
    /// <param name="prices">All prices.</param>
    /// <param name="workspaceId">Who pays.</param>
    /// <param name="currency">The workspace's, for a model that nobody has priced.</param>
    /// <param name="model">The model.</param>
    /// <param name="at">When the call was admitted.</param>
    PriceQuote QuoteOf(IReadOnlyCollection<Price> prices, string workspaceId, string currency, LanguageModel model, DateTimeOffset at);
}

/// <inheritdoc cref="IPriceBook"/>
sealed class PriceBook(CostOptions options) : IPriceBook
{
    readonly UnitPrice _defaultInput = new(options.DefaultInput, PriceUnit.ThousandTokens);
    readonly UnitPrice _defaultOutput = new(options.DefaultOutput, PriceUnit.ThousandTokens);

    /// <inheritdoc/>
    public PriceQuote QuoteOf(
        IReadOnlyCollection<Price> prices,
        string workspaceId,
        string currency,
        LanguageModel model,
        DateTimeOffset at
    )
    {
        var holding = prices.Where(price => price.Model == model.ModelId && price.HoldsAt(at)).ToList();
        Price?[] found =
        [
            Find(holding, workspaceId, PriceDirection.Input),
            Find(holding, workspaceId, PriceDirection.Output),
            Find(holding, workspaceId, PriceDirection.Request),
        ];
        if (found is [null, null, null])
        {
            return model.Tier is Tier.Rules or Tier.Local ? PriceQuote.Free : Unpriced(currency);
        }
        var rows = found.OfType<Price>().ToList();
        return new(
            // A direction that was forgotten is dear; a model that is paid by the request has no price of tokens.
            Unit(found[0], found[1] is null ? PriceQuote.Free.Input : _defaultInput),
            Unit(found[1], found[0] is null ? PriceQuote.Free.Output : _defaultOutput),
            Unit(found[2], PriceQuote.Free.Request),
            rows[0].Currency,
            rows.Exists(row => row.WorkspaceId is not null) ? PricingSource.Contract : PricingSource.Database,
            [.. rows.Select(row => row.PriceId)]
        );
    }

    // A contract replaces the common prices direction by direction.
    static Price? Find(List<Price> holding, string workspaceId, PriceDirection direction) =>
        holding.Find(price => price.Direction == direction && price.WorkspaceId == workspaceId)
        ?? holding.Find(price => price.Direction == direction && price.WorkspaceId is null);

    PriceQuote Unpriced(string currency) =>
        PriceQuote.Free with
        {
            Input = _defaultInput,
            Output = _defaultOutput,
            Currency = currency,
            Source = PricingSource.Default,
        };

    static UnitPrice Unit(Price? price, UnitPrice otherwise) => price is null ? otherwise : new(price.Amount, price.Unit);
}
