using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Review;

/// <summary>Rows of the board as they are now.</summary>
/// <param name="Board">Its counts.</param>
/// <param name="Rows">Those that are told.</param>
/// <param name="Code">Of the problem; null when all was taken.</param>
public sealed record DecidedRows(Board Board, IReadOnlyList<EssayDecision> Rows, string? Code)
{
    internal static DecidedRows Of(AssociationsDocument set, RowFilter filter, IEnumerable<EssayDecision> rows, string? code = null) =>
        new(new Board(set, null, new Dictionary<Guid, string>(), [], set.IsOpen ? filter : RowFilter.All, []), [.. rows], code);
}
