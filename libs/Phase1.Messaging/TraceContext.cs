using System.Buffers;
using System.Diagnostics;

namespace Phase1.Messaging;

/// <summary>A place in a trace, as records, rows and requests carry it: W3C's <c>traceparent</c> and <c>tracestate</c>.</summary>
public readonly record struct TraceContext
{
    // 00-<32 digits: trace>-<16 digits: span>-<2 digits: flags>
    const int ParentLength = 55;
    static readonly Range TraceId = 3..35;
    static readonly Range SpanId = 36..52;
    static readonly Range Flags = 53..55;

    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    // What W3C asks everybody to hand on at least.
    const int LongestState = 512;

    TraceContext(string parent, string? state)
    {
        Parent = parent;
        State = state;
    }

    /// <summary>The <c>traceparent</c>: 55 characters.</summary>
    public string Parent { get; }

    /// <summary>The <c>tracestate</c>, printable ASCII of at most 512 characters; null when there is none.</summary>
    public string? State { get; }

    /// <summary>Reads what came from outside. What is no <c>traceparent</c> is no place; a bad <c>tracestate</c> alone is left out.</summary>
    /// <param name="parent">The <c>traceparent</c>, if any.</param>
    /// <param name="state">The <c>tracestate</c>, if any.</param>
    public static TraceContext? Read(string? parent, string? state) =>
        IsParent(parent) ? new TraceContext(parent!, IsState(state) ? state : null) : null;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text of a stored place.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static TraceContext Parse(string text) =>
        (text.Length > ParentLength ? Read(text[..ParentLength], text[(ParentLength + 1)..]) : Read(text, null))
        ?? throw new FormatException("A stored place in a trace cannot be read.");

    /// <summary>
    /// Where work goes on that a stored cause has led to: in the current span, when that is of the cause's trace or the cause has none; else where
    /// the cause was.
    /// </summary>
    /// <param name="cause">The cause's place; null when it has none.</param>
    public static TraceContext? Within(TraceContext? cause) =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } span && (cause is null || cause.Value.IsOf(span))
            ? new TraceContext(span.Id!, span.TraceStateString)
            : cause;

    /// <summary>Both values in one text, for a column.</summary>
    public override string ToString() => State is null ? Parent : $"{Parent} {State}";

    /// <summary>The place as the parent, or the target of a link, of a new span; default when it names no span.</summary>
    internal ActivityContext ToActivityContext() =>
        ActivityContext.TryParse(Parent, State, isRemote: true, out var context) ? context : default;

    bool IsOf(Activity span) => Parent.AsSpan()[TraceId].SequenceEqual(span.TraceId.ToHexString());

    static bool IsParent(ReadOnlySpan<char> parent) =>
        parent.Length == ParentLength
        && parent.StartsWith("00-")
        && IsId(parent[TraceId])
        && parent[TraceId.End] == '-'
        && IsId(parent[SpanId])
        && parent[SpanId.End] == '-'
        && !parent[Flags].ContainsAnyExcept(Digits);

    static bool IsId(ReadOnlySpan<char> id) => !id.ContainsAnyExcept(Digits) && id.ContainsAnyExcept('0');

    // It becomes a header of HTTP requests: a line break in it would end them.
    static bool IsState(string? state) =>
        state is { Length: > 0 and <= LongestState } && !state.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
