namespace Phase1.Events;

/// <summary>
/// Instants as RFC 3339 writes them, which is what JSON Schema calls <c>date-time</c>: upper or lower case t and z, any offset up to 23:59, any
/// number of decimals (more than seven are cut off), and the leap second, which is the next second here. One without offset is read as UTC.
/// </summary>
public static class Instants
{
    /// <summary>
    /// The first year that may be written. Databases, languages and arithmetic differ at the ends of their calendars, and what stands there is a
    /// clock that was never set.
    /// </summary>
    public const int FirstYear = 1970;

    /// <summary>The last year that may be written; durations can still be added to it.</summary>
    public const int LastYear = 9998;

    /// <summary>Characters of the longest text that is read as an instant.</summary>
    public const int MaxLength = 64;

    const long SecondsOfDay = 24 * 60 * 60;

    // An offset moves an instant of the first or last year by less than a day, and what was read is written in UTC.
    static readonly DateTimeOffset First = new DateTimeOffset(FirstYear, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(-1);
    static readonly DateTimeOffset End = new DateTimeOffset(LastYear + 1, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(1);

    /// <summary>Whether every reader and every database of ours keeps the instant.</summary>
    /// <param name="instant">The instant.</param>
    public static bool IsInRange(DateTimeOffset instant) => instant >= First && instant < End;

    /// <summary>Reads an instant.</summary>
    /// <param name="text">The text, in UTF-8.</param>
    /// <param name="instant">In UTC.</param>
    /// <returns>False for what is no instant, or lies out of range.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        var scan = new Scan(text);
        if (
            text.Length > MaxLength
            || !scan.Date(out var ticks)
            || !scan.Time(out var time)
            || !scan.Offset(out var offset)
            || !scan.IsAtEnd
        )
        {
            return false;
        }
        var seconds = time.Seconds - offset;
        if (time.IsLeapSecond && (seconds + SecondsOfDay) % SecondsOfDay != SecondsOfDay - 1)
        {
            return false;
        }
        ticks += (seconds + (time.IsLeapSecond ? 1 : 0)) * TimeSpan.TicksPerSecond + time.Fraction;
        if (ticks < First.Ticks || ticks >= End.Ticks)
        {
            return false;
        }
        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    readonly record struct TimeOfDay(int Seconds, long Fraction, bool IsLeapSecond);

    ref struct Scan(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> _rest = text;

        public readonly bool IsAtEnd => _rest.IsEmpty;

        public bool Date(out long ticks)
        {
            ticks = 0;
            if (
                !Digits(4, out var year)
                || !Take('-')
                || !Digits(2, out var month)
                || !Take('-')
                || !Digits(2, out var day)
                || year < 1
                || month is < 1 or > 12
                || day < 1
                || day > DateTime.DaysInMonth(year, month)
            )
            {
                return false;
            }
            ticks = new DateOnly(year, month, day).ToDateTime(TimeOnly.MinValue).Ticks;
            return true;
        }

        public bool Time(out TimeOfDay time)
        {
            time = default;
            if (!Take('T') && !Take('t'))
            {
                return true;
            }
            if (!Digits(2, out var hours) || !Take(':') || !Digits(2, out var minutes) || hours > 23 || minutes > 59)
            {
                return false;
            }
            var (seconds, fraction) = (0, 0L);
            if (Take(':') && (!Digits(2, out seconds) || seconds > 60 || (Take('.') && !Fraction(out fraction))))
            {
                return false;
            }
            var isLeapSecond = seconds == 60;
            time = new((hours * 60 + minutes) * 60 + (isLeapSecond ? 59 : seconds), fraction, isLeapSecond);
            return true;
        }

        /// <summary>Seconds east of UTC.</summary>
        public bool Offset(out int seconds)
        {
            seconds = 0;
            if (IsAtEnd || Take('Z') || Take('z'))
            {
                return true;
            }
            var isWest = Take('-');
            if ((!isWest && !Take('+')) || !Digits(2, out var hours) || hours > 23)
            {
                return false;
            }
            var minutes = 0;
            if (Take(':') && (!Digits(2, out minutes) || minutes > 59))
            {
                return false;
            }
            seconds = (hours * 60 + minutes) * (isWest ? -60 : 60);
            return true;
        }

        bool Fraction(out long ticks)
        {
            (ticks, var unit, var digits) = (0, TimeSpan.TicksPerSecond, 0);
            for (; !IsAtEnd && char.IsAsciiDigit((char)_rest[0]); _rest = _rest[1..], digits++)
            {
                unit /= 10;
                ticks += (_rest[0] - '0') * unit;
            }
            return digits > 0;
        }

        bool Digits(int count, out int value)
        {
            value = 0;
            if (_rest.Length < count)
            {
                return false;
            }
            foreach (var character in _rest[..count])
            {
                if (!char.IsAsciiDigit((char)character))
                {
                    return false;
                }
                value = value * 10 + character - '0';
            }
            _rest = _rest[count..];
            return true;
        }

        bool Take(char expected)
        {
            if (IsAtEnd || _rest[0] != expected)
            {
                return false;
            }
            _rest = _rest[1..];
            return true;
        }
    }
}
