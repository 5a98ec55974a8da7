using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Preview;

/// <summary>What a dry run may hold. Values that are wrong answer 400, too many or too long ones 422.</summary>
static class PreviewRules
{
    const int MostStudents = 500;
    const int LongestId = 100;
    const int LongestName = 255;
    const int LongestLegalName = 512;
    const int LongestFileName = 500;
    const int LongestText = 50_000;

    public static void Check(PreviewRequest request, int maxEssays)
    {
        Dictionary<string, string[]> wrong = [];
        Dictionary<string, string[]> excessive = [];
        if (request.Essays.Count == 0)
        {
            wrong["essays"] = ["At least one essay is needed."];
        }

        Limit("roster", request.Roster.Count, MostStudents, "entries");
        Limit("essays", request.Essays.Count, maxEssays, "entries");
        CheckIds("roster", "student_id", request.Roster.Select(student => student?.StudentId));
        CheckIds("essays", "essay_id", request.Essays.Select(essay => essay?.EssayId));
        foreach (var (i, student) in request.Roster.Index().Where(entry => entry.Item is not null))
        {
            LimitText($"roster[{i}].first_name", student.FirstName, LongestName);
            LimitText($"roster[{i}].last_name", student.LastName, LongestName);
            LimitText($"roster[{i}].full_legal_name", student.FullLegalName, LongestLegalName);
            LimitText($"roster[{i}].email", student.Email, LongestName);
        }

        foreach (var (i, essay) in request.Essays.Index().Where(entry => entry.Item is not null))
        {
            LimitText($"essays[{i}].text", essay.Text, LongestText);
            LimitText($"essays[{i}].file_name", essay.FileName, LongestFileName);
        }

        if (wrong.Count > 0)
        {
            throw ProblemException.Validation(wrong);
        }

        if (excessive.Count > 0)
        {
            throw new ProblemException(Problems.LimitExceeded, "The request holds too many or too long items.", excessive);
        }

        void CheckIds(string list, string property, IEnumerable<string?> ids)
        {
            HashSet<string> seen = [];
            foreach (var (i, id) in ids.Index())
            {
                var path = $"{list}[{i}]";
                if (id is null)
                {
                    wrong[path] = ["An object is needed."];
                }
                else if (id.Length == 0)
                {
                    wrong[$"{path}.{property}"] = ["An id is needed."];
                }
                else if (!seen.Add(id))
                {
                    wrong[$"{path}.{property}"] = ["This id stands in the list twice."];
                }
                else
                {
                    LimitText($"{path}.{property}", id, LongestId);
                }
            }
        }

        void LimitText(string path, string? value, int most) => Limit(path, value?.Length ?? 0, most, "characters");

        void Limit(string path, int count, int most, string unit)
        {
            if (count > most)
            {
                excessive[path] = [$"At most {most} {unit}."];
            }
        }
    }
}
