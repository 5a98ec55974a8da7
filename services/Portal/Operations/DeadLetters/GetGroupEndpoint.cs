using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Operations.DeadLetters;

/// <summary>The dead letters of one cause, with the newest of them.</summary>
static class GetGroupEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/ops/dead-letters/{service}/{cause}", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(string service, string cause, Engines engines, CancellationToken cancellationToken) =>
        await GroupView.LoadAsync(engines.Of(service), cause, cancellationToken) is { } view
            ? Pages.Show<GroupPage>(view)
            : throw new ProblemException(Problems.ResourceNotFound, "There are no dead letters of this cause.");
}

/// <summary>What the page of a group shows.</summary>
/// <param name="Service">Whose letters they are.</param>
/// <param name="Cause">Their cause.</param>
/// <param name="Group">Null when none of them is open any more.</param>
/// <param name="Letters">The newest, 20 at most.</param>
public sealed record GroupView(string Service, string Cause, LetterGroupDocument? Group, IReadOnlyList<LetterDocument> Letters)
{
    const int Examples = 20;

    /// <summary>What a redrive of some of them would do.</summary>
    public IReadOnlyList<LetterTrial> Trials { get; init; } = [];

    /// <summary>What the last part of a group's redrive has done.</summary>
    public GroupRedriveDocument? Redrive { get; init; }

    /// <summary>Why it is redriven: it goes with the next part.</summary>
    public string Note { get; init; } = "";

    /// <summary>How many there were when the redrive began.</summary>
    public int Begun { get; init; }

    /// <summary>What is wrong with the note.</summary>
    public FormState Form { get; init; } = new();

    /// <summary>Null when there are none.</summary>
    internal static async Task<GroupView?> LoadAsync(EngineClient engine, string cause, CancellationToken cancellationToken)
    {
        var groups = engine.GroupsAsync(cancellationToken);
        var letters = await engine.LettersAsync(cause, null, Examples, cancellationToken);
        var group = (await groups).FirstOrDefault(group => group.Cause == cause);
        return group is null ? null : new(engine.Service, cause, group, letters);
    }
}

/// <summary>What a redrive of a letter would do; null where its rows are busy.</summary>
public sealed record LetterTrial(LetterDocument Letter, DryRunDocument? Result);
