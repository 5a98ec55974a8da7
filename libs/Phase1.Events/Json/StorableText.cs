using System.Text;

namespace Phase1.Events;

/// <summary>Texts that PostgreSQL, UTF-8 and every reader of a record keep as they are.</summary>
public static class StorableText
{
    /// <summary>Whether the text is whole Unicode without U+0000.</summary>
    /// <param name="text">The text.</param>
    public static bool Is(string text)
    {
        if (text.Contains('\0'))
        {
            return false;
        }
        for (ReadOnlySpan<char> rest = text; !rest.IsEmpty; )
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }
            rest = rest[length..];
        }
        return true;
    }
}
