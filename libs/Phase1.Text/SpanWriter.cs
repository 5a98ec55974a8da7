using System.Text;

namespace Phase1.Text;

/// <summary>Writes characters one after the other where the caller has made room for all of them.</summary>
ref struct SpanWriter(Span<char> target)
{
    readonly Span<char> _target = target;
    int _length;

    public readonly ReadOnlySpan<char> Written => _target[.._length];

    /// <summary>The character written last; U+0000 before the first.</summary>
    public readonly char Last => _length == 0 ? '\0' : _target[_length - 1];

    public void Append(char character) => _target[_length++] = character;

    public void Append(Rune rune) => _length += rune.EncodeToUtf16(_target[_length..]);

    public void Append(string text)
    {
        text.CopyTo(_target[_length..]);
        _length += text.Length;
    }
}
