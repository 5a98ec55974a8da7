using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Phase1.Integration.Tests.ModelGateway.Completions;
using Phase1.ModelGateway.Completions;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Prices;

namespace Phase1.Integration.Tests.ModelGateway.Sabotage;

/// <summary>The gateway whole, with decorators at its seams that do nothing until a saboteur is let in.</summary>
public sealed class SabotagedWorld : CallWorld
{
    // Rows that are taken away as they are written: a defect behind every seam.
    const string Triggers = """
        create function sabotage_drop() returns trigger language plpgsql as $$ begin
            return case when new.topic like '%.llm.cost.recorded.%' then null else new end; end $$;
        create function sabotage_forget() returns trigger language plpgsql as $$ begin
            new.allowed_providers = null; return new; end $$;
        """;

    internal Saboteur Inside { get; private set; }

    /// <summary>Lets a saboteur in until the answer is disposed.</summary>
    internal async Task<IAsyncDisposable> LetInAsync(Saboteur saboteur)
    {
        var (plant, remove) = TriggersOf(saboteur);
        await ExecuteAsync(plant);
        Inside = saboteur;
        return new Leaving(async () =>
        {
            Inside = Saboteur.None;
            await ExecuteAsync(remove);
        });
    }

    private protected override async Task PrepareAsync() => await ExecuteAsync(Triggers);

    private protected override void Change(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<ICostCalculator>(new Calculator(this)));
        services.Replace(ServiceDescriptor.Singleton<IPriceBook>(new Book(this)));
        services.Replace(ServiceDescriptor.Singleton<IUsageReader>(new Reader(this)));
        services.Replace(ServiceDescriptor.Singleton<IUsageLedger>(new Ledger(this)));
        services.Replace(ServiceDescriptor.Singleton<IGuard>(provider => new OpenGuard(this, provider.GetRequiredService<GuardLanes>())));
    }

    static (string Plant, string Remove) TriggersOf(Saboteur saboteur) =>
        saboteur switch
        {
            Saboteur.NoEvents => (
                "create trigger sabotage before insert on outbox for each row execute function sabotage_drop()",
                "drop trigger sabotage on outbox"
            ),
            Saboteur.RouterIgnoresAllowList => (
                "create trigger sabotage before update on workspaces for each row execute function sabotage_forget()",
                "drop trigger sabotage on workspaces"
            ),
            _ => ("select 1", "select 1"),
        };

    sealed class Leaving(Func<Task> leave) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await leave();
    }

    sealed class Calculator(SabotagedWorld world) : ICostCalculator
    {
        readonly CostCalculator _product = new();

        public Cost Of(TokenUsage usage, PriceQuote quote) =>
            (world.Inside, _product.Of(usage, quote)) switch
            {
                (Saboteur.CostZero, _) => default,
                (Saboteur.Divisor1000, var cost) => new(cost.Input / 1000, cost.Output / 1000, cost.Request / 1000),
                (_, var cost) => cost,
            };
    }

    sealed class Book(SabotagedWorld world) : IPriceBook
    {
        readonly PriceBook _product = new(new CostOptions());

        public PriceQuote QuoteOf(
            IReadOnlyCollection<Price> prices,
            string workspaceId,
            string currency,
            LanguageModel model,
            DateTimeOffset at
        ) =>
            world.Inside == Saboteur.PriceThrows
                ? throw new InvalidOperationException("A planted defect.")
                : _product.QuoteOf(prices, workspaceId, currency, model, at);
    }

    sealed class Reader(SabotagedWorld world) : IUsageReader
    {
        readonly UsageReader _product = new();

        public TokenUsage Read(ReportedUsage reported, int sentCharacters, int answeredCharacters, int contextTokens) =>
            world.Inside == Saboteur.UsageZero ? default : _product.Read(reported, sentCharacters, answeredCharacters, contextTokens);
    }

    sealed class Ledger(SabotagedWorld world) : IUsageLedger
    {
        readonly UsageLedger _product = new();
        readonly List<UsageEntry> _memory = [];

        public void Book(Phase1.ModelGateway.GatewayDbContext db, UsageEntry entry)
        {
            if (world.Inside == Saboteur.MemoryLedger)
            {
                _memory.Add(entry);
            }
            else
            {
                _product.Book(db, entry);
            }
        }
    }

    sealed class OpenGuard(SabotagedWorld world, GuardLanes product) : IGuard
    {
        public async Task<AdmissionResult> AdmitAsync(Admission admission, CancellationToken cancellationToken) =>
            await product.AdmitAsync(admission, cancellationToken) is var result
            && result is Refused
            && world.Inside == Saboteur.AlwaysAdmit
                ? new Admitted(new(admission.Call, admission.ModelId, admission.Terms, []))
                : result;

        public Task<SettlementResult> SettleAsync(Settlement settlement) => product.SettleAsync(settlement);
    }
}
