using System.Text;
using System.Xml;
using Phase1.Events;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>
/// Reads a story (body, header, footer, note) as lines: what Word shows, by local names, in whatever elements it stands. It is streamed: a large part
/// never stands in memory as a tree.
/// </summary>
sealed class WordStory(
    WordStyles styles,
    Func<string, IEnumerable<string>> readChunk,
    WordAllowance allowance,
    CancellationToken cancellation
)
{
    const int DeepestNesting = 2000;

    readonly Stack<StoryScope> _scopes = new();
    readonly Stack<OpenParagraph> _paragraphs = new();
    readonly Stack<List<IReadOnlyList<string>>> _rows = new();
    readonly Stack<string?> _tableStyles = new();
    readonly Stack<LineSink> _sinks = new();
    readonly FieldState _fields = new();
    readonly List<string> _notes = [];

    /// <summary>Ids of the notes that what was read refers to, in order; footnotes as <c>footnote 2</c>, endnotes as <c>endnote 1</c>.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Reads the element on which the reader stands up to its end.</summary>
    public IReadOnlyList<string> Read(XmlReader xml)
    {
        _sinks.Push(new());
        _scopes.Push(new("", isWithinHidden: false));
        var depth = xml.Depth;
        for (var more = !xml.IsEmptyElement && xml.Read(); more && xml.Depth > depth; )
        {
            cancellation.ThrowIfCancellationRequested();
            if (xml.NodeType == XmlNodeType.Element)
            {
                more = Start(xml);
                continue;
            }

            if (xml.NodeType == XmlNodeType.EndElement)
            {
                End(_scopes.Pop());
            }
            else if (_scopes.Peek() is { Name: "t" } text)
            {
                Write(text.IsPreserved ? Blanks(xml.Value) : Blanks(xml.Value).Trim(' '));
            }

            more = xml.Read();
        }

        _scopes.Pop();
        return _sinks.Pop().Close();
    }

    /// <summary>Takes an element's start and moves on; false at the end of the document.</summary>
    bool Start(XmlReader xml)
    {
        if (xml.Depth > DeepestNesting)
        {
            throw new UnreadableFileException(ValidationErrorCode.TextExtractionFailed, "The document is nested too deeply.");
        }

        var scope = new StoryScope(xml.IsWritten() ? xml.LocalName : "", _scopes.Peek().IsHidden);
        if (IsSkipped(xml, scope))
        {
            xml.Skip();
            return !xml.EOF;
        }

        scope = Enter(xml, scope);
        // Properties have been read up to their end.
        if (xml.NodeType == XmlNodeType.Element)
        {
            if (xml.IsEmptyElement)
            {
                End(scope);
            }
            else
            {
                _scopes.Push(scope);
            }
        }

        return xml.Read();
    }

    bool IsSkipped(XmlReader xml, StoryScope scope)
    {
        if (xml.IsCompatibility())
        {
            return xml.LocalName is "Choice" or "Fallback" && IsOtherAlternative(xml);
        }

        // Texts of deletions, codes of fields, what the properties were before a change, and the readings above words.
        return scope.Name is "delText" or "instrText" or "delInstrText" or "rt" or "sectPr" or "sdtEndPr" or "tblGrid"
            || scope.Name.EndsWith("PrChange", StringComparison.Ordinal)
            || (xml.IsVml() && IsHiddenShape(xml));
    }

    /// <summary>Word shows the first choice that it understands, and the fall-back only without one.</summary>
    bool IsOtherAlternative(XmlReader xml)
    {
        var alternatives = _scopes.Peek();
        if (alternatives.IsChosen || (xml.LocalName == "Choice" && !AlternativeContent.IsUnderstood(xml)))
        {
            return true;
        }

        alternatives.IsChosen = true;
        return false;
    }

    static bool IsHiddenShape(XmlReader xml)
    {
        var style = (xml.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal);
        return style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
            || style.Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    StoryScope Enter(XmlReader xml, StoryScope scope)
    {
        if (xml.IsWordDrawing() && xml.LocalName == "docPr")
        {
            _scopes.Peek().Hide(xml.GetAttribute("hidden") is "1" or "true" or "on");
            return scope;
        }

        if (xml.IsVml() && xml.LocalName == "textpath" && !scope.IsHidden && xml.GetAttribute("string") is { Length: > 0 } lettering)
        {
            _sinks.Peek().Add([lettering]);
            return scope;
        }

        switch (scope.Name)
        {
            case "p":
                _paragraphs.Push(new(scope.IsHidden ? new() : _sinks.Peek().Begin()));
                break;
            case "pPr" when xml.IsWord() && _paragraphs.TryPeek(out var paragraph):
                paragraph.Properties = ParagraphProperties.Read(xml);
                break;
            case "r":
                // A run without properties of its own has those of the styles around it.
                scope.Hide(styles.Hides(RunProperties.None, ParagraphStyle, TableStyle));
                break;
            case "rPr" when xml.IsWord() && _scopes.Peek() is { Name: "r" } run:
                run.IsHidden = styles.Hides(RunProperties.Read(xml), ParagraphStyle, TableStyle) || run.IsWithinHidden;
                break;
            case "t":
                scope.IsPreserved = xml.XmlSpace == XmlSpace.Preserve || !xml.IsWord();
                break;
            case "del" or "moveFrom":
                scope.Hide(true);
                break;
            case "sdtPr":
                xml.ForEachChild(child => _scopes.Peek().Hide(child == "showingPlcHdr" && xml.IsOn()));
                break;
            case "tbl":
                _tableStyles.Push(null);
                break;
            case "tblPr":
                xml.ForEachChild(child =>
                {
                    if (child == "tblStyle" && _tableStyles.TryPop(out _))
                    {
                        _tableStyles.Push(xml.Attribute("val"));
                    }
                });
                break;
            case "tr":
                _rows.Push([]);
                break;
            case "trPr":
                xml.ForEachChild(child => _scopes.Peek().Hide(child == "del" || (child == "hidden" && xml.IsOn())));
                break;
            case "tc":
                _sinks.Push(new());
                break;
            case "tcPr":
                // A cell that is merged with the one above or before shows that one's text.
                xml.ForEachChild(child =>
                    _scopes.Peek().Hide(child == "cellDel" || (child is "vMerge" or "hMerge" && xml.Attribute("val") != "restart"))
                );
                break;
            case "altChunk" when !scope.IsHidden && xml.RelationshipId() is { } id:
                _sinks.Peek().Add(readChunk(id));
                break;
            case "footnoteReference" or "endnoteReference" when !scope.IsHidden && !_fields.InCode:
                _notes.Add($"{scope.Name[..^"Reference".Length]} {xml.Attribute("id")}");
                break;
            case "fldChar":
                _fields.Take(xml.Attribute("fldCharType"));
                break;
            // Tab stops of shapes have the name of the sign.
            case "tab" or "ptab" when xml.IsWord():
                Write("\t");
                break;
            case "br" or "cr":
                Write("\n");
                break;
            case "noBreakHyphen":
                Write("-");
                break;
            case "sym":
                Write(SymbolFonts.Text(xml.Attribute("font"), xml.Attribute("char")));
                break;
            case "ddList" when !scope.IsHidden && _paragraphs.TryPeek(out var paragraph):
                // A drop-down list is a field without a result.
                paragraph.Line.Append(DropDownList.Chosen(xml));
                break;
            default:
                break;
        }

        return scope;
    }

    void End(StoryScope scope)
    {
        switch (scope.Name)
        {
            case "p" when _paragraphs.TryPop(out var paragraph):
                if (!scope.IsHidden)
                {
                    _sinks.Peek().End(paragraph.Line, IsShown(paragraph));
                }

                break;
            case "tbl":
                _tableStyles.TryPop(out _);
                break;
            case "tc" when _sinks.Count > 1:
                var cell = _sinks.Pop().Close();
                if (!scope.IsHidden && _rows.TryPeek(out var row))
                {
                    row.Add(cell);
                }
                else if (!scope.IsHidden)
                {
                    _sinks.Peek().Add(cell);
                }

                break;
            case "tr" when _rows.TryPop(out var cells):
                if (!scope.IsHidden)
                {
                    _sinks.Peek().Add(TableRow.Lines(cells));
                }

                break;
            default:
                break;
        }
    }

    bool IsShown(OpenParagraph paragraph) =>
        !paragraph.Properties.Mark.Removed && !styles.Hides(paragraph.Properties.Mark, paragraph.Properties.Style, TableStyle);

    string? ParagraphStyle => _paragraphs.TryPeek(out var paragraph) ? paragraph.Properties.Style : null;

    string? TableStyle => _tableStyles.TryPeek(out var style) ? style : null;

    void Write(string text)
    {
        if (!_scopes.Peek().IsHidden && !_fields.InCode && _paragraphs.TryPeek(out var paragraph))
        {
            allowance.Take(text.Length);
            paragraph.Line.Append(text);
        }
    }

    /// <summary>Word shows line ends and tabs within a text as blanks.</summary>
    static string Blanks(string text) => text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');

    sealed class OpenParagraph(StringBuilder line)
    {
        public StringBuilder Line { get; } = line;
        public ParagraphProperties Properties { get; set; } = ParagraphProperties.None;
    }
}
