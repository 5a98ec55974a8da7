using Phase1.ModelGateway.Models;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Prices;

/// <summary>What a price must keep to before it is stored.</summary>
static class PriceFields
{
    const int Decimals = 10;
    const decimal Largest = 1_000_000_000m;
    const int CurrencyLength = 3;

    /// <exception cref="ProblemException">400, with every fault.</exception>
    internal static Price Check(StorePriceEndpoint.Body body, string createdBy, DateTimeOffset now)
    {
        Dictionary<string, string[]> errors = [];
        if (!PriceUnits.TryParse(body.Unit, out var unit))
        {
            errors["unit"] = [$"A unit is {string.Join(", ", PriceUnits.Words)}."];
        }
        else if ((unit == PriceUnit.Request) != (body.Direction == PriceDirection.Request))
        {
            errors["unit"] = ["Requests are paid by the request, and tokens by tokens."];
        }
        if (!IsAmount(body.Price))
        {
            errors["price"] = [$"A price is at least 0, with at most {Decimals} decimals."];
        }
        if (!IsCurrency(body.Currency))
        {
            errors["currency"] = ["A currency has three capital letters."];
        }
        var from = (body.EffectiveFrom ?? now).ToUniversalTime();
        if (body.EffectiveUntil <= from)
        {
            errors["effective_until"] = ["A price ends after it has begun."];
        }
        if (errors.Count > 0)
        {
            throw ProblemException.Validation(errors);
        }
        return new()
        {
            PriceId = Guid.CreateVersion7(now),
            WorkspaceId = body.WorkspaceId,
            Provider = ProviderOf(body.Model),
            Model = body.Model,
            Direction = body.Direction,
            Unit = unit,
            Amount = body.Price,
            Currency = body.Currency,
            EffectiveFrom = from,
            EffectiveUntil = body.EffectiveUntil?.ToUniversalTime(),
            CreatedBy = createdBy,
        };
    }

    /// <summary>Whether it can be stored as an amount of money.</summary>
    internal static bool IsAmount(decimal amount) => amount is >= 0 and < Largest && amount.Scale <= Decimals;

    internal static bool IsCurrency(string currency) => currency.Length == CurrencyLength && currency.All(char.IsAsciiLetterUpper);

    static string ProviderOf(string model) =>
        model.IndexOf(LanguageModel.Separator, StringComparison.Ordinal) > 0
            ? LanguageModel.ProviderOf(model)
            : throw new ProblemException(Problems.ResourceNotFound, "There is no such model.");
}
