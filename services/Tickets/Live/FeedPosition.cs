using System.Globalization;

namespace Phase1.Tickets.Live;

/// <summary>
/// A place in the feed. Rows are read by their transaction, and only below the oldest one that is still open: a row of an open transaction can never
/// come to stand behind one that was shown, without a lock and without a second write.
/// </summary>
/// <param name="Transaction">The transaction that wrote the row.</param>
/// <param name="Id">The row.</param>
readonly record struct FeedPosition(ulong Transaction, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Transaction}-{Id}");

    /// <summary>Reads what <see cref="ToString"/> has written; null for anything else.</summary>
    internal static FeedPosition? Read(string? text) =>
        text?.Split('-') is [var transaction, var id]
        && ulong.TryParse(transaction, NumberStyles.None, CultureInfo.InvariantCulture, out var xid)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? new(xid, row)
            : null;
}
