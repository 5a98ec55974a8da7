namespace Phase1.Tickets.Sops;

/// <summary>All procedures: one source for HTTP, tools and stages.</summary>
sealed class SopCatalogue(IEnumerable<Sop> procedures, IEnumerable<IStageHandler> handlers)
{
    readonly Dictionary<string, Sop> _procedures = procedures.ToDictionary(sop => sop.Name, StringComparer.Ordinal);
    readonly Dictionary<(string, string), IStageHandler> _handlers = handlers.ToDictionary(handler => (handler.Sop, handler.Stage));

    internal IReadOnlyCollection<Sop> All => _procedures.Values;

    internal Sop? Find(string name) => _procedures.GetValueOrDefault(name);

    internal IStageHandler? HandlerOf(Sop sop, Stage stage) => _handlers.GetValueOrDefault((sop.Name, stage.Name));
}
