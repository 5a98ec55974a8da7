using System.Xml;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>Which styles hide text.</summary>
/// <remarks>
/// <c>w:vanish</c> is a toggle property (ISO 29500-1, 17.7.3): a value of the run itself counts; else it is on when the document's defaults say so,
/// or when an odd number of the styles in effect (table, paragraph, character) do. Within the styles that one is based on, the nearest counts.
/// </remarks>
sealed class WordStyles
{
    readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _defaults = new(StringComparer.Ordinal);
    RunProperties _documentDefaults = RunProperties.None;

    public static WordStyles Read(WordPackage package, string? part)
    {
        var styles = new WordStyles();
        if (part is null)
        {
            return styles;
        }

        using var xml = package.Read(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.IsWord())
            {
                styles.Add(xml);
            }
        }

        return styles;
    }

    /// <summary>True when a run with these properties is not shown.</summary>
    public bool Hides(RunProperties run, string? paragraphStyle, string? tableStyle)
    {
        RunProperties[] styled =
        [
            Effective(tableStyle, "table"),
            Effective(paragraphStyle, "paragraph"),
            Effective(run.Style, "character"),
        ];
        var vanish = run.Vanish ?? (_documentDefaults.Vanish == true || styled.Count(style => style.Vanish == true) % 2 == 1);
        var otherwise =
            run.HiddenOtherwise
            ?? styled.LastOrDefault(style => style.HiddenOtherwise is not null)?.HiddenOtherwise
            ?? _documentDefaults.HiddenOtherwise;
        return vanish || otherwise == true;
    }

    void Add(XmlReader xml)
    {
        if (xml.LocalName == "rPrDefault")
        {
            xml.ForEachChild(child => _documentDefaults = child == "rPr" ? RunProperties.Read(xml) : _documentDefaults);
        }
        else if (xml.LocalName == "style")
        {
            var (id, type) = (xml.Attribute("styleId") ?? "", xml.Attribute("type") ?? "paragraph");
            if (xml.Attribute("default") is "1" or "true" or "on")
            {
                _defaults[type] = id;
            }

            var (basedOn, run) = ((string?)null, RunProperties.None);
            xml.ForEachChild(child =>
            {
                basedOn = child == "basedOn" ? xml.Attribute("val") : basedOn;
                run = child == "rPr" ? RunProperties.Read(xml) : run;
            });
            _styles[id] = new(type, basedOn, run);
        }
    }

    /// <summary>What a style and those that it is based on say; a style that is not there is the default of its type.</summary>
    RunProperties Effective(string? id, string type)
    {
        var found = RunProperties.None;
        var next = id is not null && _styles.TryGetValue(id, out var named) && named.Type == type ? id : _defaults.GetValueOrDefault(type);
        // A chain that returns to itself ends after as many steps as there are styles.
        for (var steps = 0; next is not null && _styles.TryGetValue(next, out var style) && steps <= _styles.Count; steps++)
        {
            found = found with
            {
                Vanish = found.Vanish ?? style.Run.Vanish,
                HiddenOtherwise = found.HiddenOtherwise ?? style.Run.HiddenOtherwise,
            };
            next = style.BasedOn;
        }

        return found;
    }

    sealed record Style(string Type, string? BasedOn, RunProperties Run);
}
