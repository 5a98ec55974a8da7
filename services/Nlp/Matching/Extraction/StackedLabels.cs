namespace Phase1.Nlp.Matching;

/// <summary>
/// Labels one below the other, with their values one below the other behind them, as columns of a page come out of a .pdf: "Namn", "Granskare", "Tove
/// Hallgren", "Malin Nyqvist". The values of others are blanked; all of them where it is not clear which is whose.
/// </summary>
static class StackedLabels
{
    public static void Blank(EssayReading reading, Func<EssayReading, int, bool> isOthers)
    {
        for (var i = 0; i < reading.Zone.Count; i++)
        {
            List<int> labels = [.. LinesFrom(reading, i).TakeWhile(line => IsLabelAlone(reading, line, isOthers))];
            if (labels.Count < 2 || !labels.Exists(label => isOthers(reading, label)))
            {
                continue;
            }

            List<int> values = [.. LinesFrom(reading, labels[^1] + 1).Take(labels.Count)];
            var isClear =
                values.Count == labels.Count && values.Zip(labels).All(pair => Fits(reading, pair.First, isOthers(reading, pair.Second)));
            foreach (var (value, label) in values.Zip(labels))
            {
                reading.Blank(isClear && !isOthers(reading, label) ? -1 : value);
            }

            labels.ForEach(reading.Blank);
            i = labels[^1];
        }
    }

    static IEnumerable<int> LinesFrom(EssayReading reading, int first) =>
        Enumerable.Range(first, reading.Zone.Count - first).Where(i => reading.Zone[i].Length > 0);

    static bool IsLabelAlone(EssayReading reading, int i, Func<EssayReading, int, bool> isOthers)
    {
        var line = reading.Line(reading.Zone[i]);
        return !reading.IsStudent(line) && (isOthers(reading, i) || LineKeywords.IsOwnPhrase(line.TrimEnd(" :=")));
    }

    /// <summary>A person stands behind the label of somebody else; what stands behind the writer's own labels is short.</summary>
    static bool Fits(EssayReading reading, int value, bool isOthers)
    {
        var line = reading.Line(reading.Zone[value]);
        return isOthers ? reading.IsStudent(line) || People.StartsWithName(line) || line.Contains('@') : !line.EndsWith('.');
    }
}
