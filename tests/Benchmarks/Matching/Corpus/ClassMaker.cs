namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>
/// Makes classes: one class in forty has two pupils of the same name, one in twenty siblings; seven pupils in ten have a legal
/// name that says more than the called one, one in ten has no address.
/// </summary>
sealed class ClassMaker(NamePool pool, Dice dice)
{
    public IReadOnlyList<Pupil> Make(int size)
    {
        var addresses = new SchoolAddresses(dice);
        List<Pupil> pupils = [];
        for (var i = 0; i < size; i++)
        {
            pupils.Add(MakePupil(addresses));
        }

        if (dice.Chance(1.0 / 40))
        {
            pupils[1] = WithName(pupils[1], pupils[0].First, pupils[0].Last, addresses);
        }

        if (dice.Chance(1.0 / 20))
        {
            pupils[3] = WithName(pupils[3], pupils[3].First, pupils[2].Last, addresses);
        }

        return pupils;
    }

    /// <summary>Somebody else's pupil: now and then a brother or sister of one of these.</summary>
    public Pupil MakeStranger(IReadOnlyList<Pupil> pupils)
    {
        while (true)
        {
            var stranger = MakePupil(new SchoolAddresses(dice));
            stranger = dice.Chance(0.1) ? stranger with { Last = dice.Pick(pupils).Last } : stranger;
            // The very name of a pupil would be that pupil's to every reader.
            if (pupils.All(pupil => Plain.Letters(pupil.Name) != Plain.Letters(stranger.Name)))
            {
                return stranger;
            }
        }
    }

    Pupil MakePupil(SchoolAddresses addresses)
    {
        var stock = pool.Stock(dice);
        var surnames = dice.Chance(0.08) ? pool.Stock(dice) : stock;
        var last = dice.PickPopular(surnames.Surnames);
        // Some take both parents' names.
        last = dice.Chance(0.04) && !last.Contains(' ') && !last.Contains('-') ? $"{last} {dice.Pick(surnames.Surnames)}" : last;
        var pupil = new Pupil(dice.Next(int.MaxValue).ToString("x8") + dice.Next(int.MaxValue).ToString("x8"), "", last, null, null);
        return WithName(pupil, dice.PickPopular(stock.Given), last, addresses) with { };
    }

    Pupil WithName(Pupil pupil, string first, string last, SchoolAddresses addresses)
    {
        var stock = pool.Stock(dice);
        var further = dice.Weighted([(35, 0), (45, 1), (20, 2)]);
        var names = Enumerable.Range(0, further).Select(_ => dice.Pick(stock.Given)).ToList();
        // Some are called by a later given name.
        var at = dice.Chance(0.1) ? dice.Next(names.Count + 1) : 0;
        names.Insert(at, first);
        var legal = dice.Chance(0.7) ? $"{string.Join(' ', names)} {last}" : null;
        return pupil with { First = first, Last = last, Legal = legal, Email = dice.Chance(0.9) ? addresses.For(first, last) : null };
    }
}
