using System.Text;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Phase1.Events;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>The lines of a web page as Word shows it: no scripts, no styles, nothing that is hidden.</summary>
sealed class HtmlText
{
    const int DeepestNesting = 500;

    static readonly HashSet<string> Unshown =
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "title",
        "datalist",
        "object",
        "iframe",
        "audio",
        "video",
        "canvas",
        "svg",
    ];

    static readonly HashSet<string> Blocks =
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tr",
        "ul",
    ];

    readonly List<string> _lines = [];
    readonly StringBuilder _line = new();

    public static IEnumerable<string> Lines(byte[] content)
    {
        // Without a mark, and unless it is UTF-8, the page itself says what it is.
        return Utf8.IsValid(content)
            ? Lines(Encoding.UTF8.GetString(content))
            : Lines(new HtmlParser().ParseDocument(new MemoryStream(content, writable: false)));
    }

    public static IEnumerable<string> Lines(string page) => Lines(new HtmlParser().ParseDocument(page));

    static List<string> Lines(IHtmlDocument document)
    {
        using (document)
        {
            return document.Body is { } body ? LinesOf(body, depth: 0) : [];
        }
    }

    static List<string> LinesOf(INode node, int depth)
    {
        var text = new HtmlText();
        text.AddChildren(node, isPreformatted: false, depth);
        text.EndLine();
        return text._lines;
    }

    void Add(INode node, bool isPreformatted, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new UnreadableFileException(ValidationErrorCode.TextExtractionFailed, "The document is nested too deeply.");
        }

        if (node is IText text)
        {
            AddText(text.Data, isPreformatted);
        }
        else if (node is IElement element && !IsHidden(element))
        {
            AddElement(element, isPreformatted || element.LocalName is "pre" or "textarea", depth);
        }
    }

    void AddElement(IElement element, bool isPreformatted, int depth)
    {
        switch (element.LocalName)
        {
            case "br":
                _lines.Add(Take());
                break;
            case "tr":
                EndLine();
                _lines.AddRange(
                    TableRow.Lines([
                        .. element.Children.Where(cell => !IsHidden(cell)).Select(IReadOnlyList<string> (cell) => LinesOf(cell, depth + 1)),
                    ])
                );
                break;
            case var name when Blocks.Contains(name):
                EndLine();
                AddChildren(element, isPreformatted, depth);
                EndLine();
                break;
            default:
                AddChildren(element, isPreformatted, depth);
                break;
        }
    }

    void AddChildren(INode node, bool isPreformatted, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            Add(child, isPreformatted, depth + 1);
        }
    }

    void AddText(string text, bool isPreformatted)
    {
        if (isPreformatted)
        {
            var parts = text.ReplaceLineEndings("\n").Split('\n');
            foreach (var complete in parts[..^1])
            {
                _line.Append(complete);
                _lines.Add(Take());
            }

            _line.Append(parts[^1]);
            return;
        }

        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\n' or '\r' or '\f'))
            {
                _line.Append(c);
            }
            else if (_line.Length > 0 && _line[^1] != ' ')
            {
                _line.Append(' ');
            }
        }
    }

    void EndLine()
    {
        if (Take() is { Length: > 0 } rest)
        {
            _lines.Add(rest);
        }
    }

    string Take()
    {
        var taken = _line.ToString().Trim();
        _line.Clear();
        return taken;
    }

    static bool IsHidden(IElement element)
    {
        var style = (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal);
        return Unshown.Contains(element.LocalName)
            || element.HasAttribute("hidden")
            || style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
            || style.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase);
    }
}
