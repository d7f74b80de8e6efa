"""Common forenames of Britain and Ireland: evidence, never proof, that two capitalised words are a person."""

FORENAMES = frozenset(
    """
    aaron abbie abdul abigail abu ada adam adele adrian agnes ahmed aidan aileen ailsa aisha aisling alan alasdair
    alastair albert alec alex alexander alexandra alfred ali alice alicia alison alistair allan allen alun alwyn
    alyson amanda amber amelia amina amir amjad amy ana andrea andrew andy aneurin angela angharad angus anil
    anita anjali anjan ann anna anne annette annie anthea anthony antoinette antony anwen aoife april archie arif
    arjun arlene arnold arthur arun asad asha ashley ashok asif audrey austin ayesha azhar barbara barney barry
    bashir beatrice becky belinda ben benjamin bernadette bernard bernice bert beryl beth bethan bethany betty
    beverley beverly bhavna bill billy blanche bob bobby brenda brendan brian bridget bronwen bruce bryan bryn
    caitlin callum calum cameron campbell candice carl carla carlo carly carmel carol carole caroline carolyn
    carwyn carys catherine catherina cathy catriona cecil cecilia celia ceri chandra chantal charles charlie
    charlotte cherry cheryl chloe chris christian christina christine christopher ciara ciaran cian claire clare
    clarence claude claudia clive colette colin colleen collette conor connor constance cora corinne courtney
    craig crispin cynthia cyril dafydd daisy damian damien dan daniel danielle danny daphne darren dave david
    davina dawn dean deborah debbie debra declan deepak deirdre del delia delyth denise dennis denis derek dermot
    desmond des dewi diana diane dianne dilwyn dilys dinah dominic don donald donna dora doreen doris dorothy doug
    dougal douglas duncan dylan eamon eamonn ebony ed eddie edgar edith edmund edna edward edwin eileen eilidh
    eirlys eirwen elaine eleanor elena elin eliot elisabeth elizabeth ella ellen ellie elliott elsie elspeth elwyn
    emily emlyn emma emrys enid eoin eric erica ernest errol esme esther ethan ethel eugene euan eunice eva eve
    evelyn ewan faisal faith farah farid fatima faye fay felicity felix feargal fergus fernando ffion finlay finn
    fiona flora florence floyd frances francesca francis frank franklin fraser fred freda freddie frederick
    gabriel gabrielle gail gareth garry gary gavin gaynor gemma genevieve geoff geoffrey george georgia georgina
    geraint gerald geraldine gerard gerry gethin gilbert gill gillian gina giles gladys glen glenda glenn glenys
    gloria glyn glynis gordon grace graeme graham grahame grant greg gregory greta griffith guy gwen gwenda gwilym
    gwyn gwyneth hamish hannah harjit harold harriet harry harvey hasan hassan hazel heather hefin helen helena
    henry herbert hilary hilda holly hope howard hugh hugo huw hywel iain ian idris ieuan ifan ifor imogen imran
    ina indira inderjit iona iqbal irene iris isaac isabel isabella isla ismail isobel ivan ivor iwan jack jackie
    jacob jacqueline jacquie jacqui jade jagdish jake jalal jamal james jamie jan jane janet janette janice janine
    jared jasmine jason jaswinder javed jay jayne jean jeanette jeannie jeff jeffrey jemma jennifer jenny jeremy
    jerome jerry jess jesse jessica jill jillian jim jimmy jo joan joanna joanne jocelyn jodie joe joel john
    johnny jon jonathan jonathon jordan joseph josephine josh joshua joy joyce juan judith judy julia julian julie
    juliet june justin justine kamal kamran karen karl kate katharine katherine kathleen kathryn kathy katie
    katrina katy kay kaye keely keir keith kelly kelvin ken kenneth kenny kerry kevin khalid kieran kim kimberley
    kirsten kirsty kiran kit krishna kuldip kumar kyle lakshmi lance lara laura lauren laurence lawrence leah
    leanne lee leigh len lena leo leon leonard leonie leroy lesley leslie lester lewis liam lila lillian lily
    linda lindsay lindsey lionel lisa liz lizzie llinos lloyd llyr lois lola lorna lorraine louis louisa louise
    lucas lucinda lucy luke lydia lyn lynda lyndon lynette lynn lynne mabel madeleine maggie mahmood mair maire
    mairead malcolm malik manjit manuel marc marcia marco marcus margaret margery maria marian marianne marie
    marilyn marina mario marion marjorie mark marlene marsha martha martin martina martyn mary mary-ann mary-anne
    maryam mason matilda matt matthew maud maura maureen maurice mavis max maxine meera megan mehmet meilyr mel
    melanie melissa melvin melvyn menna meryl mia michael michaela michele michelle mick mike mildred miles millie
    milton mina miranda miriam mitchell mohamed mohammad mohammed moira molly mona monica morag morgan morris
    muhammad muriel murray myfanwy myra nadia nadine nancy naomi narinder natalie natasha nathan naveed neil nell
    nerys niall niamh nia nicholas nick nicky nicola nicole nigel nikki nina noel non nora noreen norma norman olive
    oliver olivia olwen omar oscar osman owain owen oonagh orla paddy padraig pam pamela parveen pat patience
    patricia patrick patsy paul paula pauline pearl peggy penelope penny percy perry pete peter petra phil philip
    philippa phillip philomena phoebe phyllis pippa polly poppy prakash priya priyanka quentin rachael rachel
    radhika rafiq rahul raj rajesh rajinder ralph ramesh ramon randolph rashid rashida ravi ray raymond rebecca
    reece reg reginald rehana rene rhian rhiannon rhodri rhona rhona rhun rhys ria ricardo richard rick ricky rita
    rob robbie robert roberta robin rod roderick rodney roger roisin roland ron ronald ronan ronnie rory rosa
    rosalind rosaleen rose rosemary rosie ross rowan rowena roxanne roy ruby rupert russell ruth ryan sabrina
    sadia saeed sahar sajid saleem sally salma sam samantha samira samuel sandeep sandra sanjay sara sarah sarita
    saskia satish satwant scott sean sebastian selina selwyn shabana shahid shameem shane shannon sharon shaun
    shauna shaw shazia sheena sheila shelagh shelley shirley shona siân sian sidney sidra simon simone sinead
    siobhan sofia sonia sophia sophie stacey stan stanley stella stephanie stephen steve steven stewart stuart sue
    sunil suresh surinder susan susanna susannah susie suzanne suzy sybil sylvia tahir tamara tamsin tania tanya
    tara tariq ted teresa terence terri terry tess tessa thelma theo theodore theresa thomas tim timothy tina toby
    tom tommy toni tony tracey tracy trevor tricia trisha trudy tudor tyler uma una ursula val valerie vanessa
    vaughan vera verity vernon veronica vicki vicky victor victoria vijay vikki vikram vince vincent viola violet
    virginia vivian vivien vivienne wahid walter wanda warren wayne wendy wilfred will william willie win winifred
    winston xavier yasmin yolanda yousef yusuf yvette yvonne zac zachary zahir zainab zara zelda zena zoe zoë aled
    alana alanna ayo babatunde chidi chinwe ngozi olu femi tunde kwame kofi ama abena piotr pawel katarzyna
    agnieszka magdalena wojciech jakub tomasz anouk pierre jacques henri rosalyn gwenllian heledd lowri mared nest
    eluned elfyn eurig gruffydd sioned tegwen tomos eilis fionnuala gráinne grainne mairéad muireann oisin seamus
    sorcha tadhg zain zeeshan zubair zulfiqar tahmina nasreen nazir parminder gurpreet gurdeep harpreet jatinder
    kulwinder mandeep manpreet navjot rupinder sukhdeep errol delroy winsome cleveland marvin
    """.split()
)
