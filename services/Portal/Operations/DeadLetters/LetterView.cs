using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.DeadLetters;

/// <summary>What the page of a dead letter shows.</summary>
/// <param name="Service">Whose it is.</param>
/// <param name="Letter">The letter.</param>
/// <param name="Followers">How many records wait behind it.</param>
/// <param name="MayReadBody">Whether the person has the right to its body.</param>
public sealed record LetterView(string Service, LetterDocument Letter, int Followers, bool MayReadBody)
{
    /// <summary>What a redrive would do; null when nobody has asked.</summary>
    public DryRunDocument? Trial { get; init; }

    /// <summary>The trial's rows were busy.</summary>
    public bool IsBusy { get; init; }

    /// <summary>The record as it is; null when nobody has asked.</summary>
    public string? Body { get; init; }

    /// <summary>What is wrong with a note or a reason.</summary>
    public FormState Form { get; init; } = new();

    internal bool IsOpen => Letter.State == "open";

    internal static async Task<LetterView> LoadAsync(EngineClient engine, Guid id, bool mayReadBody, CancellationToken cancellationToken)
    {
        var letter = await engine.LetterAsync(id, cancellationToken);
        var held = letter.State == "open" ? await engine.HeldAsync((Guid?)null, cancellationToken) : [];
        return new(engine.Service, letter, held.FirstOrDefault(key => key.DeadLetterId == id)?.Followers ?? 0, mayReadBody);
    }
}
